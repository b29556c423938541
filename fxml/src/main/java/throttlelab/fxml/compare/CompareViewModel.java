package throttlelab.fxml.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.printed.Pairing;
import throttlelab.engine.comparison.printed.PrintedComparison;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.foreign.Answers;
import throttlelab.engine.recording.foreign.RecordedAnswers;
import throttlelab.fxml.export.ExportSource;
import throttlelab.fxml.export.FoundPathViewModel;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.streams.TokenTextViewModel;
import throttlelab.fxml.texts.Texts;

/// Compares two files. Reading and comparing happen on the thread of the lab.
public final class CompareViewModel {

    private final LabViewModel lab;
    private final CompareSlotViewModel a;
    private final CompareSlotViewModel b;
    private final ComparePositionsViewModel positions = new ComparePositionsViewModel();
    private final CompareDivergenceViewModel divergence;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<CompareVerdict> verdict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PrintedView> printed = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> pairs = FXCollections.observableArrayList();
    private final IntegerProperty pair = new SimpleIntegerProperty(-1);
    private final ReadOnlyObjectWrapper<ExportSource> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper runnable = new ReadOnlyBooleanWrapper();
    private FileComparison comparison;
    private int asked;

    /// The comparisons of a lab.
    public CompareViewModel(LabViewModel lab) {
        this.lab = lab;
        this.a = new CompareSlotViewModel(lab, this::compare);
        this.b = new CompareSlotViewModel(lab, this::compare);
        this.divergence = new CompareDivergenceViewModel(lab, positions);
        pair.addListener((property, before, now) -> choosePair());
        message.set(Texts.get("compare.message.both"));
        lab.stateProperty().addListener((property, before, now) -> lookForRun());
        lookForRun();
    }

    private void lookForRun() {
        runnable.set(lab.runs().recording().isPresent());
    }

    /// Exchanges A and B.
    public void swap() {
        CompareSlotViewModel.swap(a, b);
        compare();
    }

    /// Takes files that were dropped beside the slots: two for both, one for the first slot that is empty, or B.
    public void open(List<Path> files) {
        if (files.size() > 1) {
            a.open(files.get(0));
            b.open(files.get(1));
        } else if (!files.isEmpty()) {
            (a.content() == null ? a : b).open(files.getFirst());
        }
    }

    /// Takes a file as A, and the baseline that comes with the lab as B.
    public void openBesideShipped(Path file) {
        a.open(file);
        b.openShipped();
    }

    private void compare() {
        int mine = ++asked;
        clear();
        List<CompareSlotViewModel.Content> contents =
                Stream.of(a.content(), b.content()).filter(content -> content != null).toList();
        boolean foreign = contents.stream().anyMatch(content -> content.answers() != null);
        boolean alone = contents.size() == 1 && foreign && contents.getFirst().answers().answers().size() > 1;
        if (contents.size() < 2 && !alone) {
            message.set(Texts.get(contents.isEmpty() ? "compare.message.both" : "compare.message.other"));
            return;
        }
        message.set(Texts.get("compare.message.comparing"));
        Model model = lab.model();
        lab.inBackground(() -> foreign ? printed(mine, contents, model)
                : bits(mine, contents, model), () -> {
            if (mine == asked) {
                message.set(Texts.get("compare.message.refused"));
            }
        });
    }

    private void clear() {
        comparison = null;
        verdict.set(null);
        printed.set(null);
        report.set(null);
        pairs.clear();
        pair.set(-1);
        show(null);
    }

    private Runnable bits(int mine, List<CompareSlotViewModel.Content> contents, Model model) {
        FileComparison compared = FileComparison.of(contents.getFirst().runs(), contents.getLast().runs());
        ComparedPairViewModel shown = worked(compared.pairs().getFirst(), model);
        return () -> {
            if (mine == asked) {
                verdict.set(verdict(compared));
                report.set(report(contents));
                message.set("");
                pairs.setAll(compared.pairs().stream().map(CompareViewModel::name).toList());
                pair.set(0);
                comparison = compared;
                show(shown);
            }
        };
    }

    private Runnable printed(int mine, List<CompareSlotViewModel.Content> contents, Model model) {
        List<Answers> answers = new ArrayList<>();
        for (CompareSlotViewModel.Content content : contents) {
            answers.add(content.answers() != null ? content.answers()
                    : RecordedAnswers.of(content.runs(), model.tokenizer()));
        }
        PrintedView view = ComparePrintedViewModel.of(PrintedComparison.of(answers, Pairing.TOLD));
        return () -> {
            if (mine == asked) {
                message.set(Texts.get("compare.message.printed"));
                verdict.set(view.verdict());
                printed.set(view);
                report.set(report(contents));
            }
        };
    }

    /// What is known of who made the difference when the report is asked for goes into it.
    private ExportSource report(List<CompareSlotViewModel.Content> contents) {
        List<String> names = contents.stream().map(content -> content.file().getFileName().toString()).toList();
        String what = names.size() == 1 ? Texts.get("compare.export.answers", names.getFirst())
                : Texts.get("compare.export.what", names.getFirst(), names.getLast());
        return ExportSource.of(what, names, room -> contents.stream().map(content -> content.file(room)).toList(),
                this::found);
    }

    private Optional<FoundPathViewModel> found() {
        return divergence.known().map(path -> new FoundPathViewModel(pair.get(), path));
    }

    private static ComparedPairViewModel worked(FileComparison.Pair pair, Model model) {
        boolean readable = model != null
                && pair.expected().setup().model().tokenizerDigest().equals(model.tokenizerDigest());
        return new ComparedPairViewModel(pair, readable ? new TokenTextViewModel(model.tokenizer()) : null,
                readable ? model.tokenizer().size() : 0);
    }

    private static String name(FileComparison.Pair pair) {
        return Texts.get("compare.pair.name", pair.expected().profile(), pair.actual().profile(),
                pair.comparison().totals().verdict());
    }

    private void choosePair() {
        int chosen = pair.get();
        if (comparison == null || chosen < 0) {
            return;
        }
        int mine = ++asked;
        FileComparison.Pair wanted = comparison.pairs().get(chosen);
        Model model = lab.model();
        lab.inBackground(() -> {
            ComparedPairViewModel shown = worked(wanted, model);
            return () -> {
                if (mine == asked) {
                    show(shown);
                }
            };
        }, () -> { });
    }

    private void show(ComparedPairViewModel shown) {
        positions.show(shown);
        divergence.show(shown, a.content(), b.content());
    }

    private static CompareVerdict verdict(FileComparison compared) {
        Totals totals = compared.totals();
        List<String> counts = new ArrayList<>();
        counts.add(Texts.get("compare.counts.compared", ComparedPairViewModel.count(totals.comparisons()),
                ComparedPairViewModel.count(totals.missing())));
        counts.add(Texts.get("compare.counts.tokens", ComparedPairViewModel.count(totals.tokenDivergences()),
                ComparedPairViewModel.count(totals.logprobDivergences())));
        if (totals.tokenDivergences() > 0) {
            counts.add(Texts.get("compare.counts.consequences", ComparedPairViewModel.count(totals.consequences())));
        }
        counts.add(Texts.get("compare.counts.ulps", ComparedPairViewModel.count(totals.maxUlps())));
        String name = compared.verdict().name();
        return new CompareVerdict(name.toLowerCase(Locale.ROOT), Texts.get("compare.symbol." + name), name,
                Texts.get("compare.verdict." + name), counts,
                compared.sayings().stream().map(each -> each.in(Texts.locale())).toList());
    }

    /// The files that were opened or written last, the newest first.
    public ObservableList<Path> recentFiles() {
        return lab.memory().recentFiles();
    }

    /// The first file, the reference.
    public CompareSlotViewModel a() {
        return a;
    }

    /// The second file.
    public CompareSlotViewModel b() {
        return b;
    }

    /// The positions of the chosen pair.
    public ComparePositionsViewModel positions() {
        return positions;
    }

    /// Where the chosen pair parts for the first time.
    public CompareDivergenceViewModel divergence() {
        return divergence;
    }

    /// What is to be done, or goes on; empty if there is nothing to say.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// What the comparison came to; `null` if there is none.
    public ReadOnlyObjectProperty<CompareVerdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// What comparing answers of other systems came to; `null` if there are none.
    public ReadOnlyObjectProperty<PrintedView> printedProperty() {
        return printed.getReadOnlyProperty();
    }

    /// What a report on the comparison is made of; `null` if there can be none.
    public ReadOnlyObjectProperty<ExportSource> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// Whether there is a present run to compare.
    public ReadOnlyBooleanProperty runnableProperty() {
        return runnable.getReadOnlyProperty();
    }

    /// What was compared with what.
    public ObservableList<String> pairs() {
        return pairs;
    }

    /// Which of them is looked at; −1 for none.
    public IntegerProperty pairProperty() {
        return pair;
    }
}
