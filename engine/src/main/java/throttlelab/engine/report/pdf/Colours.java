package throttlelab.engine.report.pdf;

import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.report.content.Ink;

/// Inks on white paper, red, green and blue from 0 to 1.
final class Colours {

    private Colours() {
    }

    static float[] of(Ink ink) {
        return rgb(switch (ink) {
            case NONE, PAPER -> 0xFFFFFF;
            case GROUND -> 0xF0F3F7;
            case TEXT -> 0x1A1F27;
            case MUTED -> 0x5A6472;
            case FAINT -> 0xD9DEE5;
            case DARK -> 0x14406B;
            case MIDDLE -> 0x5F86AD;
            case LIGHT -> 0xCFDCEA;
            case ALARM -> 0xA3182B;
            case NOTICE -> 0xB36B00;
        });
    }

    /// What a verdict is written with.
    static Ink of(Verdict verdict) {
        return switch (verdict) {
            case STRICT -> Ink.DARK;
            case LENIENT -> Ink.NOTICE;
            case CATASTROPHIC -> Ink.ALARM;
            case VOID -> Ink.MUTED;
        };
    }

    private static float[] rgb(int rgb) {
        return new float[] {(rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f};
    }
}
