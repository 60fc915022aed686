"""The guide as a site and on paper: ``tasks.py site [FOLDER]`` writes plain HTML and a PDF in three languages."""

import html
import os
import shutil
import sys
from pathlib import Path

from PySide6.QtGui import QTextDocument

import resources
from resources.words import LANGUAGES, words_for
from ui.help.guide import PAGES, save_pdf, source, title
from ui.looks import theme

_STYLE = """
body { font-family: system-ui, "Noto Sans Arabic", sans-serif; line-height: 1.6; margin: 0; color: #17202e; }
.page { display: flex; flex-wrap: wrap; max-width: 1080px; margin: auto; gap: 2rem; padding: 1rem; }
nav { flex: 0 0 13rem; } nav a { display: block; padding: .3rem 0; color: #14597f; text-decoration: none; }
nav a[aria-current] { font-weight: bold; } main { flex: 1 1 30rem; min-width: 0; }
header { background: #14597f; color: #fff; padding: .6rem 1rem; } header a { color: #fff; margin-inline-end: 1rem; }
img { max-width: 100%; height: auto; border: 1px solid #d5dce5; border-radius: 6px; }
@media (prefers-color-scheme: dark) { body { background: #171b22; color: #e8ecf2; } nav a { color: #7cc0ea; } }
"""


def body(text: str) -> str:
    """Markdown as HTML, without the styles that Qt writes."""
    document = QTextDocument()
    document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    written = document.toHtml()
    inside = written[written.index("<body") : written.index("</body>")].partition(">")[2]
    return _without_styles(inside)


def _without_styles(text: str) -> str:
    kept, rest = [], text
    while ' style="' in rest:
        before, _, after = rest.partition(' style="')
        value, _, rest = after.partition('"')
        is_bold = before.endswith("<span") and "font-weight" in value
        kept.append(before + (' style="font-weight:bold"' if is_bold else ""))
    return "".join(kept) + rest


def page(language: str, name: str) -> str:
    words = words_for(language)
    links = "\n".join(
        f'<a href="{one}.html"{" aria-current=page" if one == name else ""}>{html.escape(title(language, one))}</a>'
        for one in PAGES
    )
    others = " ".join(f'<a href="../{one}/{name}.html" lang="{one}">{LANGUAGES[one].name}</a>' for one in LANGUAGES)
    direction = "rtl" if words.is_rtl else "ltr"
    heading = html.escape(f"{words.say('Sijil')} – {title(language, name)}")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{heading}</title><style>{_STYLE}</style></head>'
        f'<body><header>{others}<a href="../guide-{language}.pdf">PDF</a></header>'
        f'<div class="page"><nav>{links}</nav><main>{body(source(language, name))}</main></div></body></html>\n'
    )


def write(folder: Path) -> int:
    """How many pages."""
    for language in LANGUAGES:
        (folder / language).mkdir(parents=True, exist_ok=True)
        for name in PAGES:
            (folder / language / f"{name}.html").write_text(page(language, name), encoding="utf-8")
        save_pdf(folder / f"guide-{language}.pdf", words_for(language))
    shutil.copytree(resources.guide("pictures"), folder / "pictures", dirs_exist_ok=True)
    return len(LANGUAGES) * len(PAGES)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = theme.application()
    theme.load_fonts()
    print(f"{write(Path(sys.argv[1]))} pages in {sys.argv[1]}")
