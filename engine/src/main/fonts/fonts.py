"""Makes the fonts that reports in PDF embed out of those of the window.

    python fonts.py ../../../../fxml/src/main/java/throttlelab/fxml/theme/fonts ../resources/throttlelab/engine/report/pdf

Inter comes with PostScript outlines, which PDFBox cannot embed: they become TrueType outlines here, and its tabular
digits, which a PDF cannot ask for, become its digits. Both fonts are cut down to what a report is likely to show; whatever
else a prompt has in it is shown as U+XXXX. Needs fontTools.
"""
import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x1E9E, 0x1E9E), (0x218, 0x21B), (0x2C6, 0x2DD), (0x386, 0x3CE),
          (0x400, 0x45F), (0x490, 0x491), (0x2010, 0x2027), (0x202F, 0x203A), (0x2044, 0x2044), (0x2070, 0x209C),
          (0x20AC, 0x20AC), (0x2116, 0x2122), (0x2190, 0x2199), (0x21D0, 0x21D5), (0x2200, 0x22C5), (0x2423, 0x2423),
          (0x2500, 0x257F), (0x2580, 0x25FF), (0x2713, 0x2717), (0xFFFD, 0xFFFD)]


def true_type(font):
    """Quadratic outlines instead of cubic ones."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, outlines
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    font["maxp"].tableVersion = 0x00010000
    for key in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                "maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours",
                "maxCompositePoints", "maxCompositeContours", "maxComponentDepth"):
        setattr(font["maxp"], key, 1 if key == "maxZones" else 0)
    font["post"].formatType = 2.0
    font["post"].extraNames, font["post"].mapping = [], {}
    font.sfntVersion = "\0\1\0\0"


def tabular(font):
    """Digits that are all as wide as each other, by the feature that a program which sets text would ask for."""
    other = {}
    if "GSUB" in font:
        gsub = font["GSUB"].table
        for feature in gsub.FeatureList.FeatureRecord:
            if feature.FeatureTag == "tnum":
                for lookup in feature.Feature.LookupListIndex:
                    for table in gsub.LookupList.Lookup[lookup].SubTable:
                        other.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        for code in range(0x30, 0x3A):
            table.cmap[code] = other.get(table.cmap[code], table.cmap[code])


def cut(font):
    options = Options()
    options.layout_features, options.hinting, options.name_IDs = [], False, [0, 1, 2, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for low, high in RANGES for code in range(low, high + 1)])
    subsetter.subset(font)


def main(source, target):
    for name in ("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf"):
        font = TTFont(source / name, recalcTimestamp=False)
        tabular(font)
        cut(font)
        if "CFF " in font:
            true_type(font)
        font.save(target / (Path(name).stem + ".ttf"))


main(Path(sys.argv[1]), Path(sys.argv[2]))
