"""Pages that are packed as soon as they are drawn. ReportLab keeps all pages open until the end,
nine kilobytes each; ten thousand certificates should fit an old laptop.
"""

import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc


class _Stream(pdfdoc.PDFObject):
    """The packed content of a page; it is let go when it has been written."""

    __slots__ = ("__InternalName__", "content")
    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        written = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream\n" % (len(self.content), self.content)
        self.content = b""
        return written


class _Page(pdfdoc.PDFObject):
    __slots__ = ("__InternalName__", "box", "content", "resources")
    __RefOnly__ = 1

    def __init__(self, box: tuple[float, float], content: _Stream, resources: str) -> None:
        self.box = box
        self.content = content
        self.resources = resources

    def format(self, document: Any) -> bytes:
        content, parent = (document.Reference(one).format(document) for one in (self.content, document.Pages))
        resources = pdfdoc.PDFObjectReference(self.resources).format(document)
        return b"<< /Type /Page /Parent %b /MediaBox [0 0 %.3f %.3f] /Contents %b /Resources %b >>" % (
            parent, *self.box, content, resources,
        )  # fmt: skip


def pack_last_page(document: Any) -> None:
    """Put a small object in the place of the page that ReportLab just closed."""
    page = document.Pages.pages[-1]
    content = _Stream(zlib.compress(page.stream.encode("latin-1")))
    packed = _Page((page.pagewidth, page.pageheight), content, _resources(document, page))
    name = getattr(page, pdfdoc.__InternalName__)
    setattr(packed, pdfdoc.__InternalName__, name)
    document.idToObject[name] = packed
    document.Pages.pages[-1] = packed


def _resources(document: Any, page: Any) -> str:
    """The name of the resources that all pages with the same forms and pictures share."""
    used = sorted(page.XObjects.dict) if page.XObjects else []
    name = "sijil-resources-" + "-".join([str(page.hasImages), *used])
    if name not in document.idToObject:
        shared: Any = pdfdoc.PDFResourceDictionary()
        shared.basicFonts()
        (shared.allProcs if page.hasImages else shared.basicProcs)()
        if page.XObjects:
            shared.XObject = page.XObjects
        document.Reference(shared, name)
    return name
