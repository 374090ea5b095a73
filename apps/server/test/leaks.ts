/** A stack, a statement, a place on the disk or a version: what nobody outside needs to know. */
export const leaks =
  /\bat \S+:\d+|node_modules|\/(apps|work|home|src|tmp|assets)\/|select |insert |relation|column|postgres|fastify|node\/|v\d+\.\d+\.\d+|ENOENT|ENOTDIR|ECONN|AccessDenied|bucket|amazon|127\.0\.0\.1|smtp|RangeError/i
