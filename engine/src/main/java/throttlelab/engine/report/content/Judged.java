package throttlelab.engine.report.content;

import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.comparison.printed.PrintedTotals;
import throttlelab.engine.comparison.printed.PrintedVerdict;

/// What a report says first: what comparing came to.
public sealed interface Judged {

    /// What comparing bits came to.
    ///
    /// @param verdict the verdict
    /// @param totals what the comparison came to
    /// @param bound95 see [Judged#bound95()]
    record Bits(Verdict verdict, Totals totals, double bound95) implements Judged {

        @Override
        public String id() {
            return verdict.name();
        }

        @Override
        public String title() {
            return verdict.name();
        }

        @Override
        public String sign() {
            return switch (verdict) {
                case STRICT -> "=";
                case LENIENT -> "≈";
                case CATASTROPHIC -> "≠";
                case VOID -> "∅";
            };
        }

        @Override
        public Verdict colours() {
            return verdict;
        }
    }

    /// What comparing printed decimals came to, which show no bits.
    ///
    /// @param verdict the verdict
    /// @param totals what the comparison came to
    /// @param bound95 see [Judged#bound95()]
    record Printed(PrintedVerdict verdict, PrintedTotals totals, double bound95) implements Judged {

        @Override
        public String id() {
            return verdict.name();
        }

        @Override
        public String title() {
            return verdict.title();
        }

        @Override
        public String sign() {
            return switch (verdict) {
                case SAME_AS_PRINTED -> "=";
                case SAME_TOKENS -> "≈";
                case DIFFERENT -> "≠";
                case INCOMPLETE -> "∅";
            };
        }

        @Override
        public Verdict colours() {
            return switch (verdict) {
                case SAME_AS_PRINTED -> Verdict.STRICT;
                case SAME_TOKENS -> Verdict.LENIENT;
                case DIFFERENT -> Verdict.CATASTROPHIC;
                case INCOMPLETE -> Verdict.VOID;
            };
        }
    }

    /// The verdict's name for programs.
    String id();

    /// The verdict's name for eyes.
    String title();

    /// The verdict in one sign.
    String sign();

    /// The verdict in whose colours it is shown.
    Verdict colours();

    /// The share of diverging positions that is excluded with 95 % confidence; not a number where some diverged.
    double bound95();
}
