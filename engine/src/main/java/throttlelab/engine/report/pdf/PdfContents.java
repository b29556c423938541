package throttlelab.engine.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// What is in a PDF, as far as it can be read.
///
/// @param pages the lines of text of each page; none where a font is not such as a report has
/// @param attachment the report in JSON that it carries, if it can be read
/// @param streams the decoded bytes of every stream, by what it is for; empty bytes where one cannot be read
/// @param parts what begins at which byte of the file, such as `page 3`
public record PdfContents(List<List<String>> pages, Optional<byte[]> attachment, Map<String, byte[]> streams,
        TreeMap<Long, String> parts) {

    private static final long LEAST_LETTERS = 200_000;
    private static final long LETTERS_A_BYTE = 10;

    /// Reads a PDF.
    ///
    /// @return nothing if it cannot be read at all
    public static Optional<PdfContents> of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<COSObjectKey, String> names = names(document);
            return Optional.of(new PdfContents(pages(document, pdf.length), attachment(document), streams(document, names),
                    parts(document, names, pdf.length)));
        } catch (IOException | RuntimeException e) {
            // Damaged beyond reading; the seal says where.
            return Optional.empty();
        }
    }

    /// Reads text, but no more letters than a sound file of its size can show: a damaged font may show one for ever.
    private static final class BoundedStripper extends PDFTextStripper {

        private final long[] left;

        BoundedStripper(long[] left) {
            this.left = left;
        }

        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
            if (--left[0] < 0) {
                throw new IllegalStateException("more letters than a file of this size has");
            }
            super.showGlyph(matrix, font, code, displacement);
        }
    }

    private static List<List<String>> pages(PDDocument document, int length) {
        List<List<String>> pages = new ArrayList<>();
        long[] letters = {LEAST_LETTERS + LETTERS_A_BYTE * length};
        boolean readable = ReportFonts.only(document);
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            if (!readable) {
                pages.add(List.of());
                continue;
            }
            try {
                PDFTextStripper stripper = new BoundedStripper(letters);
                stripper.setLineSeparator("\n");
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).lines().toList());
            } catch (IOException | RuntimeException e) {
                pages.add(List.of());
            }
        }
        return pages;
    }

    private static Optional<byte[]> attachment(PDDocument document) {
        try {
            PDEmbeddedFilesNameTreeNode files = document.getDocumentCatalog().getNames() == null ? null
                    : document.getDocumentCatalog().getNames().getEmbeddedFiles();
            PDComplexFileSpecification file = files == null || files.getNames() == null ? null
                    : files.getNames().get(PdfReport.ATTACHMENT);
            return file == null ? Optional.empty() : Optional.of(file.getEmbeddedFile().toByteArray());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// What the streams of a document are for.
    private static Map<COSObjectKey, String> names(PDDocument document) {
        Map<COSObjectKey, String> names = new HashMap<>();
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            PDPage page = document.getPage(i);
            String name = "page " + (i + 1);
            name(names, page.getCOSObject().getItem(COSName.CONTENTS), name);
            COSDictionary fonts = page.getResources() == null ? null
                    : page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (fonts != null) {
                fonts.entrySet().forEach(font -> font(names, fonts.getItem(font.getKey())));
            }
        }
        name(names, document.getDocument().getTrailer().getItem(COSName.INFO), "the description");
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            COSBase base = object(document.getDocument(), key);
            if (base instanceof COSDictionary dictionary && !names.containsKey(key)) {
                COSName type = dictionary.getCOSName(COSName.TYPE);
                if (COSName.PAGE.equals(type)) {
                    names.put(key, "page " + (1 + document.getPages().indexOf(new PDPage(dictionary))));
                } else if (base instanceof COSStream && COSName.getPDFName("EmbeddedFile").equals(type)) {
                    names.put(key, "the attached data");
                } else if (type != null) {
                    names.put(key, "the part " + type.getName());
                }
            }
        }
        return names;
    }

    private static void font(Map<COSObjectKey, String> names, COSBase item) {
        name(names, item, "a font");
        COSBase font = item instanceof COSObject object ? object.getObject() : item;
        if (font instanceof COSDictionary dictionary) {
            name(names, dictionary.getItem(COSName.TO_UNICODE), "the letters of a font");
            COSArray descendants = dictionary.getCOSArray(COSName.DESCENDANT_FONTS);
            if (descendants != null && descendants.getObject(0) instanceof COSDictionary descendant) {
                name(names, descendant.getItem(COSName.CID_TO_GID_MAP), "the letters of a font");
                COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
                if (descriptor != null) {
                    name(names, descriptor.getItem(COSName.FONT_FILE2), "the outlines of a font");
                }
            }
        }
    }

    private static void name(Map<COSObjectKey, String> names, COSBase item, String name) {
        if (item instanceof COSObject object) {
            names.putIfAbsent(object.getKey(), name);
            item = object.getObject();
        }
        if (item instanceof COSArray array) {
            array.forEach(each -> {
                if (each instanceof COSObject object) {
                    names.putIfAbsent(object.getKey(), name);
                }
            });
        }
    }

    private static COSBase object(COSDocument document, COSObjectKey key) {
        try {
            COSObject object = document.getObjectFromPool(key);
            return object == null ? null : object.getObject();
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static Map<String, byte[]> streams(PDDocument document, Map<COSObjectKey, String> names) {
        Map<String, byte[]> streams = new TreeMap<>();
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            if (object(document.getDocument(), key) instanceof COSStream stream) {
                String name = names.getOrDefault(key, "a part") + " (object " + key.getNumber() + ")";
                try (InputStream in = stream.createInputStream()) {
                    streams.put(name, in.readAllBytes());
                } catch (IOException | RuntimeException e) {
                    streams.put(name, new byte[0]);
                }
            }
        }
        return streams;
    }

    private static TreeMap<Long, String> parts(PDDocument document, Map<COSObjectKey, String> names, int length) {
        TreeMap<Long, String> parts = new TreeMap<>();
        parts.put(0L, "the head of the file");
        document.getDocument().getXrefTable().forEach((key, at) -> parts.put(at,
                names.getOrDefault(key, "the frame of the document") + " (object " + key.getNumber() + ")"));
        long table = document.getDocument().getStartXref();
        if (table > 0 && table < length) {
            parts.put(table, "the table of contents of the file");
        }
        return parts;
    }

    /// What the byte at an offset belongs to.
    public String part(long offset) {
        return parts.floorEntry(offset).getValue();
    }
}
