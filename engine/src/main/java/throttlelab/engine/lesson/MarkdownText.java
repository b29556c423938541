package throttlelab.engine.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import throttlelab.engine.InputException;
import throttlelab.engine.files.OneLine;
import throttlelab.engine.words.Sentence;

/// Turns what Markdown says into a lesson's text. What a lesson cannot show, such as pictures and HTML, is refused and
/// not passed over.
final class MarkdownText {

    private static final int LONGEST = 200;
    private static final String BULLET = "•";

    private final Path file;

    MarkdownText(Path file) {
        this.file = file;
    }

    /// Adds a block, and all that is in it.
    void add(Node block, List<Prose> text) {
        add(block, 0, "", text);
    }

    private void add(Node block, int depth, String mark, List<Prose> text) {
        switch (block) {
            case Paragraph paragraph -> text.add(new Prose(Prose.Kind.PARAGRAPH, depth, mark, spans(paragraph)));
            case Heading heading -> text.add(new Prose(Prose.Kind.HEADING, depth, mark, spans(heading)));
            case FencedCodeBlock code -> text.add(code(code.getLiteral(), depth, mark));
            case IndentedCodeBlock code -> text.add(code(code.getLiteral(), depth, mark));
            case BulletList list -> items(list, depth, null, text);
            case OrderedList list -> items(list, depth, list.getMarkerStartNumber(), text);
            default -> throw unknown(block);
        }
    }

    private static Prose code(String literal, int depth, String mark) {
        return new Prose(Prose.Kind.CODE, depth, mark,
                List.of(new Prose.Span(literal.stripTrailing(), false, false, true)));
    }

    /// @param first number of the first item; `null` for a list without numbers
    private void items(Node list, int depth, Integer first, List<Prose> text) {
        int number = first == null ? 0 : first;
        for (Node item : children(list)) {
            String mark = first == null ? BULLET : number++ + ".";
            for (Node block : children(item)) {
                add(block, depth + 1, mark, text);
                mark = "";
            }
        }
    }

    /// The words of a block that has only words.
    List<Prose.Span> spans(Node block) {
        List<Prose.Span> spans = new ArrayList<>();
        inline(block, false, false, spans);
        return spans;
    }

    private void inline(Node parent, boolean strong, boolean emphasis, List<Prose.Span> spans) {
        for (Node node : children(parent)) {
            switch (node) {
                case Text text -> spans.add(new Prose.Span(text.getLiteral(), strong, emphasis, false));
                case Code code -> spans.add(new Prose.Span(code.getLiteral(), strong, emphasis, true));
                case SoftLineBreak line -> spans.add(new Prose.Span(" ", strong, emphasis, false));
                case HardLineBreak line -> spans.add(new Prose.Span("\n", strong, emphasis, false));
                case StrongEmphasis inner -> inline(inner, true, emphasis, spans);
                case Emphasis inner -> inline(inner, strong, true, spans);
                case Link link -> {
                    inline(link, strong, emphasis, spans);
                    spans.add(new Prose.Span(" (" + link.getDestination() + ")", strong, emphasis, false));
                }
                default -> throw unknown(parent);
            }
        }
    }

    /// The items of a list that has one paragraph each.
    List<Paragraph> onePerItem(BulletList list) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Node item : children(list)) {
            if (!(item instanceof ListItem && item.getFirstChild() instanceof Paragraph only && only.getNext() == null)) {
                throw wrong(item, Sentence.of("lesson.an-answer-is-more-than"),
                        Sentence.of("lesson.write-each-answer-as-one"));
            }
            paragraphs.add(only);
        }
        return paragraphs;
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    private InputException unknown(Node block) {
        return wrong(block, Sentence.of("lesson.a-lesson-cannot-show-what"),
                Sentence.of("lesson.use-headings-paragraphs-lists-emphasis"));
    }

    /// Says that something is not right.
    ///
    /// @param what what is wrong, as a clause
    /// @param remedy what to do, as an order
    InputException wrong(Node block, Sentence what, Sentence remedy) {
        // What is quoted may be anything that somebody wrote.
        return new InputException(Sentence.of("lesson.cannot-be-used-in-line", file, line(block),
                what.shaped(text -> OneLine.of(text, LONGEST)), remedy));
    }

    /// The line of the file in which a block begins, from 1.
    static int line(Node block) {
        return block.getSourceSpans().isEmpty() ? 1 : block.getSourceSpans().getFirst().getLineIndex() + 1;
    }
}
