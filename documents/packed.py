"""Pages that are packed as soon as they are drawn. ReportLab keeps all pages open until the end,
nine kilobytes each; ten thousand certificates should fit an old laptop.
"""

import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

_LEVEL = 4
"""Of packing: half the time of the usual one, for a twentieth more bytes."""


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
    __slots__ = ("__InternalName__", "box", "content", "resources", "rim")
    __RefOnly__ = 1

    def __init__(self, box: tuple[float, float], content: _Stream, resources: str, rim: float) -> None:
        self.box = box
        self.rim = rim
        self.content = content
        self.resources = resources

    def format(self, document: Any) -> bytes:
        content, parent = (document.Reference(one).format(document) for one in (self.content, document.Pages))
        resources = pdfdoc.PDFObjectReference(self.resources).format(document)
        return b"<< /Type /Page /Parent %b /MediaBox [0 0 %.3f %.3f]%b /Contents %b /Resources %b >>" % (
            parent, *self.box, self._trim(), content, resources,
        )  # fmt: skip

    def _trim(self) -> bytes:
        """What is left when the sheet has been cut, as print shops look for it."""
        if not self.rim:
            return b""
        right, top = (side - self.rim for side in self.box)
        return b" /TrimBox [%.3f %.3f %.3f %.3f]" % (self.rim, self.rim, right, top)


def pack_last_page(document: Any, rim: float = 0.0) -> None:
    """Put a small object in the place of the page that ReportLab just closed.

    :param rim: points around the page that are cut off
    """
    page = document.Pages.pages[-1]
    content = _Stream(zlib.compress(page.stream.encode("latin-1"), _LEVEL))
    packed = _Page((page.pagewidth, page.pageheight), content, _resources(document, page), rim)
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
