"""How far a language is read: by words of its own, by the names of dateparser's data, by signs, or by figures alone."""

from __future__ import annotations

from timeline.languages import cjk
from timeline.languages.cldr import locale_of
from timeline.languages.lexicon import has_table

# The languages of ISO 639 that a pile of news is written in, as English calls them.
ENGLISH_NAMES: dict[str, str] = dict(
    entry.split(" ", 1)
    for entry in (
        "af Afrikaans;am Amharic;an Aragonese;ar Arabic;as Assamese;ast Asturian;az Azerbaijani;be Belarusian;"
        "bg Bulgarian;bn Bengali;bo Tibetan;br Breton;bs Bosnian;ca Catalan;ckb Sorani Kurdish;cs Czech;cy Welsh;"
        "da Danish;de German;dz Dzongkha;el Greek;en English;eo Esperanto;es Spanish;et Estonian;eu Basque;fa Persian;"
        "fi Finnish;fil Filipino;fo Faroese;fr French;fy Frisian;ga Irish;gd Scottish Gaelic;gl Galician;gu Gujarati;"
        "ha Hausa;he Hebrew;hi Hindi;hr Croatian;ht Haitian;hu Hungarian;hy Armenian;ia Interlingua;id Indonesian;"
        "ig Igbo;is Icelandic;it Italian;ja Japanese;jv Javanese;ka Georgian;kk Kazakh;km Khmer;kn Kannada;ko Korean;"
        "ku Kurdish;ky Kyrgyz;la Latin;lb Luxembourgish;lo Lao;lt Lithuanian;lv Latvian;mg Malagasy;mi Maori;"
        "mk Macedonian;ml Malayalam;mn Mongolian;mr Marathi;ms Malay;mt Maltese;my Burmese;nb Norwegian;ne Nepali;"
        "nl Dutch;nn Norwegian Nynorsk;oc Occitan;or Odia;pa Punjabi;pl Polish;ps Pashto;pt Portuguese;qu Quechua;"
        "rm Romansh;ro Romanian;ru Russian;rw Kinyarwanda;sd Sindhi;se Northern Sami;si Sinhala;sk Slovak;sl Slovenian;"
        "sn Shona;so Somali;sq Albanian;sr Serbian;sv Swedish;sw Swahili;ta Tamil;te Telugu;tg Tajik;th Thai;"
        "ti Tigrinya;tk Turkmen;tl Tagalog;tr Turkish;tt Tatar;ug Uyghur;uk Ukrainian;ur Urdu;uz Uzbek;vi Vietnamese;"
        "vo Volapük;wa Walloon;xh Xhosa;yi Yiddish;yo Yoruba;yue Cantonese;zh Chinese;zu Zulu"
    ).split(";")
)
# Other codes of the same languages.
ALIASES = {"no": "nb", "iw": "he", "in": "id", "ji": "yi", "cmn": "zh"}
_FIGURES = "only dates written in figures are read"
_SIGNS = "its words are not divided by blanks, so that only dates marked by figures are read"
_WORDS = "only dates with the name of a month or a day, a few words such as “yesterday”, and “3 days ago” are read"


def is_known(language: str) -> bool:
    """Whether a code stands for a language: by its own words, by dateparser's data, or as a name.

    >>> is_known("nl"), is_known("la"), is_known("xx")
    (True, True, False)
    """
    return has_table(language) or language in ENGLISH_NAMES or locale_of(language) is not None


def limits(language: str) -> str | None:
    """What is not read of a language, as a clause; None where it is read by words of its own.

    >>> limits("es"), limits("la")
    (None, 'written in Latin: only dates written in figures are read')
    """
    if language == "en" or has_table(language):
        return None
    reach = _SIGNS if language in cjk.LANGUAGES else _WORDS if locale_of(language) else _FIGURES
    return f"written in {ENGLISH_NAMES.get(language, f'the language “{language}”')}: {reach}"
