package throttlelab.engine.comparison;

import java.util.Arrays;
import java.util.Optional;

/// How near the reference was to choosing another token: the distance of its logit to that of the second-best one, at
/// the positions with one mark.
///
/// @param positions how many positions have the mark
/// @param known at how many of them the margin is known; the figures are of these
/// @param least the smallest
/// @param lowerQuartile a quarter of them are not above it
/// @param median half of them are not above it
/// @param upperQuartile three quarters of them are not above it
/// @param most the largest
/// @param nearest the index in the [DifferenceMap] of the first position with the smallest
public record Margins(long positions, long known, float least, float lowerQuartile, float median, float upperQuartile,
        float most, int nearest) {

    /// The margins at all positions with a mark; nothing if none is known.
    public static Optional<Margins> at(DifferenceMap map, Mark mark) {
        float[] margins = new float[Math.toIntExact(map.count(mark))];
        int known = 0;
        int nearest = -1;
        float least = Float.POSITIVE_INFINITY;
        for (int prompt = 0; prompt < map.prompts(); prompt++) {
            float[] all = map.stream(prompt).expected().margins();
            for (int position = 0; position < all.length && position < map.length(prompt); position++) {
                int index = map.index(prompt, position);
                if (map.at(index) == mark) {
                    margins[known++] = all[position];
                    if (all[position] < least) {
                        least = all[position];
                        nearest = index;
                    }
                }
            }
        }
        return known == 0 ? Optional.empty() : Optional.of(of(map.count(mark), Arrays.copyOf(margins, known), nearest));
    }

    private static Margins of(long positions, float[] margins, int nearest) {
        Arrays.sort(margins);
        return new Margins(positions, margins.length, margins[0], quantile(margins, 1), quantile(margins, 2),
                quantile(margins, 3), margins[margins.length - 1], nearest);
    }

    /// The smallest that has the given number of quarters not above it.
    private static float quantile(float[] sorted, int quarters) {
        return sorted[(int) (((long) sorted.length * quarters + 3) / 4) - 1];
    }
}
