export interface City {
  readonly name: string
  readonly weight: number
  /** The first halves of its postal codes. */
  readonly forwardSortationAreas: readonly string[]
  readonly streets: readonly string[]
}

const cities: readonly City[] = [
  {
    name: 'Toronto',
    weight: 90,
    forwardSortationAreas: words(
      'M4C M4E M4H M4J M4K M4L M4M M4X M4Y M5A M5B M5S M5T M5V M6A M6B M6C M6E M6G M6H M6J M6K M6L M6M M6N M6P M6R M6S',
    ),
    streets: list(
      `Eglinton Avenue West, Oakwood Avenue, Vaughan Road, Weston Road, Jane Street, Keele Street, Dufferin Street,
      Bathurst Street, St. Clair Avenue West, Rogers Road, Marlee Avenue, Lawrence Avenue West, Caledonia Road,
      Black Creek Drive, Trethewey Drive, Danforth Avenue, Queen Street East, King Street West, Dundas Street West,
      College Street, Bloor Street West, Parliament Street, Sherbourne Street, Gerrard Street East, Pape Avenue,
      Coxwell Avenue, Broadview Avenue, Roncesvalles Avenue, Ossington Avenue, Christie Street, Wellesley Street East,
      O'Connor Drive, Donlands Avenue, Woodbine Avenue, Main Street, Thorncliffe Park Drive, Kingston Road`,
    ),
  },
  {
    name: 'Brampton',
    weight: 24,
    forwardSortationAreas: words('L6P L6R L6S L6T L6V L6W L6X L6Y L6Z L7A'),
    streets: list(
      `Queen Street East, Main Street North, Kennedy Road South, Bovaird Drive East, Bramalea Road, Chinguacousy Road,
      McLaughlin Road South, Sandalwood Parkway East, Williams Parkway, Torbram Road, Airport Road, Steeles Avenue East,
      Wanless Drive, Dixie Road, Ray Lawson Boulevard, Clark Boulevard, Creditview Road, Countryside Drive,
      Peter Robertson Boulevard, Castlemore Road, Balmoral Drive, Central Park Drive`,
    ),
  },
  {
    name: 'Mississauga',
    weight: 18,
    forwardSortationAreas: words('L4T L4W L4X L4Y L4Z L5A L5B L5C L5L L5M L5N L5R L5V L5W'),
    streets: list(
      `Hurontario Street, Dundas Street East, Burnhamthorpe Road West, Eglinton Avenue West, Derry Road East,
      Erin Mills Parkway, Goreway Drive, Morning Star Drive, Confederation Parkway, Glen Erin Drive, Mavis Road,
      Bloor Street, Dixie Road, Central Parkway West, Lakeshore Road East, Rathburn Road West, Winston Churchill Boulevard`,
    ),
  },
  {
    name: 'Scarborough',
    weight: 16,
    forwardSortationAreas: words('M1B M1C M1E M1G M1H M1J M1K M1L M1M M1P M1R M1S M1T M1V M1W M1X'),
    streets: list(
      `Markham Road, Lawrence Avenue East, Eglinton Avenue East, Kingston Road, Ellesmere Road, Morningside Avenue,
      Kennedy Road, Midland Avenue, Brimley Road, McCowan Road, Neilson Road, Sheppard Avenue East, Finch Avenue East,
      Danforth Road, Victoria Park Avenue, Warden Avenue, Pharmacy Avenue, Birchmount Road, Meadowvale Road, Tapscott Road,
      Malvern Street, Galloway Road`,
    ),
  },
  {
    name: 'North York',
    weight: 11,
    forwardSortationAreas: words('M2J M2M M2N M2R M3A M3C M3H M3J M3K M3L M3M M3N M9L M9M'),
    streets: list(
      `Jane Street, Finch Avenue West, Sheppard Avenue West, Keele Street, Sentinel Road, Driftwood Avenue,
      Grandravine Drive, Tobermory Drive, Weston Road, Wilson Avenue, Don Mills Road, Gateway Boulevard, Grenoble Drive,
      Falstaff Avenue, Firgrove Crescent, Shoreham Drive, Oakdale Road`,
    ),
  },
  {
    name: 'Etobicoke',
    weight: 10,
    forwardSortationAreas: words('M8V M8W M8X M8Y M8Z M9A M9B M9C M9P M9R M9V M9W'),
    streets: list(
      `Albion Road, Kipling Avenue, Islington Avenue, Martin Grove Road, Rexdale Boulevard, Dixon Road, The Westway,
      Finch Avenue West, Lake Shore Boulevard West, The Queensway, Jamestown Crescent, Mount Olive Drive,
      Silverstone Drive, Royal York Road, Scarlett Road, John Garland Boulevard, Panorama Court`,
    ),
  },
  place(
    'Ajax',
    7,
    'L1S L1T L1Z',
    'Harwood Avenue South, Westney Road North, Kingston Road West, Bayly Street West, Salem Road North, Rossland Road East, Ravenscroft Road, Church Street North',
  ),
  place(
    'Pickering',
    4,
    'L1V L1W L1X',
    'Liverpool Road, Kingston Road, Brock Road, Whites Road, Finch Avenue, Dixie Road, Glenanna Road, Strouds Lane',
  ),
  place(
    'Oshawa',
    4,
    'L1G L1H L1J L1K L1L',
    'Simcoe Street North, King Street East, Ritson Road South, Harmony Road North, Taunton Road East, Wilson Road South, Park Road North',
  ),
  place(
    'Hamilton',
    4,
    'L8E L8H L8K L8L L8M L8N L8P L8V L8W L9C',
    'Barton Street East, King Street East, Main Street West, Upper James Street, Mohawk Road East, Ottawa Street North, Concession Street',
  ),
  place(
    'Markham',
    3,
    'L3P L3R L3S L6B L6C L6E',
    'Markham Road, Highway 7 East, Kennedy Road, Steeles Avenue East, Denison Street, Middlefield Road, Bur Oak Avenue',
  ),
  place(
    'Vaughan',
    3,
    'L4H L4J L4K L4L L6A',
    'Keele Street, Jane Street, Major Mackenzie Drive West, Rutherford Road, Weston Road, Dufferin Street, Clark Avenue West',
  ),
  place(
    'Whitby',
    3,
    'L1M L1N L1P L1R',
    'Brock Street South, Dundas Street West, Rossland Road West, Thickson Road North, Taunton Road West, Garden Street',
  ),
  place(
    'Milton',
    2,
    'L9E L9T',
    'Main Street East, Derry Road, Thompson Road South, Bronte Street South, Louis St. Laurent Avenue',
  ),
  place(
    'Richmond Hill',
    1,
    'L4B L4C L4E L4S',
    'Yonge Street, Bayview Avenue, Major Mackenzie Drive East, Elgin Mills Road West',
  ),
  place(
    'Oakville',
    1,
    'L6H L6J L6K L6L L6M',
    'Trafalgar Road, Dundas Street East, Upper Middle Road West, Kerr Street',
  ),
  place('Newmarket', 1, 'L3X L3Y', 'Davis Drive, Yonge Street, Leslie Street, Main Street South'),
  place('Barrie', 1, 'L4M L4N L9J', 'Bayfield Street, Dunlop Street West, Essa Road, Mapleview Drive East'),
  place(
    'Kitchener',
    1,
    'N2A N2B N2C N2E N2G N2M N2N',
    'King Street East, Fischer-Hallman Road, Ottawa Street South, Weber Street East',
  ),
  place('Guelph', 1, 'N1E N1G N1H N1K N1L', 'Gordon Street, Woolwich Street, Eramosa Road, Stone Road West'),
]

/** Each city as often as the store's customers live there, ready to pick from. */
export const greaterToronto: readonly City[] = cities.flatMap((city) => Array<City>(city.weight).fill(city))

function place(name: string, weight: number, areas: string, streets: string): City {
  return { name, weight, forwardSortationAreas: words(areas), streets: list(streets) }
}

function words(text: string): readonly string[] {
  return text.split(' ')
}

function list(text: string): readonly string[] {
  return text.split(',').map((item) => item.trim())
}
