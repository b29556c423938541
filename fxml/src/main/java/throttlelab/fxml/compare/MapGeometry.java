package throttlelab.fxml.compare;

/// Where the cells of a [PositionMap] lie: prompts beneath each other, positions to the right. Lengths are in pixels.
///
/// @param prompts how many prompts
/// @param positions how many positions the longest has
/// @param left where the cells begin, to the right of the names
/// @param top where the cells begin, below the numbers
/// @param width the room for cells
/// @param height the room for cells
/// @param cellWidth how wide a cell is
/// @param cellHeight how high a cell is
/// @param scrollX how far the cells are scrolled to the left
/// @param scrollY how far the cells are scrolled upwards
record MapGeometry(int prompts, int positions, double left, double top, double width, double height,
        double cellWidth, double cellHeight, double scrollX, double scrollY) {

    /// Below this a mark could not be seen: several cells share a spot.
    static final double LEAST_SPOT = 3;

    private static final double NAMES = 4.2;
    private static final double NUMBERS = 1.5;
    private static final double LARGEST_FITTED = 2;
    private static final double LARGEST = 1.7;

    /// All cells in a room; where they do not have room, scrolled.
    ///
    /// @param em the size of text
    /// @param zoom 1 to see all of it
    static MapGeometry of(int prompts, int positions, double wide, double high, double em, double zoom,
            double scrollX, double scrollY) {
        double left = Math.round(NAMES * em);
        double top = Math.round(NUMBERS * em);
        double width = Math.max(1, wide - left);
        double height = Math.max(1, high - top);
        double cellWidth = side(width, positions, em, zoom);
        double cellHeight = side(height, prompts, em, zoom);
        return new MapGeometry(prompts, positions, left, top, width, height, cellWidth, cellHeight,
                Math.clamp(scrollX, 0, Math.max(0, cellWidth * positions - width)),
                Math.clamp(scrollY, 0, Math.max(0, cellHeight * prompts - height)));
    }

    private static double side(double room, int count, double em, double zoom) {
        double fitted = Math.min(room / Math.max(1, count), LARGEST_FITTED * em);
        return Math.clamp(fitted * zoom, fitted, Math.max(fitted, LARGEST * em));
    }

    /// The zoom from which on nothing grows any more.
    static double largestZoom(int prompts, int positions, double wide, double high, double em) {
        MapGeometry fitted = of(prompts, positions, wide, high, em, 1, 0, 0);
        return Math.max(1, LARGEST * em / Math.min(fitted.cellWidth, fitted.cellHeight));
    }

    /// How many positions share a spot.
    int positionsPerSpot() {
        return (int) Math.ceil(LEAST_SPOT / cellWidth);
    }

    /// How many prompts share a spot.
    int promptsPerSpot() {
        return (int) Math.ceil(LEAST_SPOT / cellHeight);
    }

    /// Where a position begins.
    double x(int position) {
        return left + position * cellWidth - scrollX;
    }

    /// Where a prompt begins.
    double y(int prompt) {
        return top + prompt * cellHeight - scrollY;
    }

    /// The position at a point; −1 if it is beside the cells.
    int position(double x) {
        int position = (int) Math.floor((x - left + scrollX) / cellWidth);
        return x < left || x > left + width || position >= positions ? -1 : position;
    }

    /// The prompt at a point; −1 if it is beside the cells.
    int prompt(double y) {
        int prompt = (int) Math.floor((y - top + scrollY) / cellHeight);
        return y < top || y > top + height || prompt >= prompts ? -1 : prompt;
    }

    /// The first position that is seen.
    int firstPosition() {
        return (int) Math.floor(scrollX / cellWidth);
    }

    /// One after the last position that is seen.
    int endPosition() {
        return Math.min(positions, (int) Math.ceil((scrollX + width) / cellWidth));
    }

    /// The first prompt that is seen.
    int firstPrompt() {
        return (int) Math.floor(scrollY / cellHeight);
    }

    /// One after the last prompt that is seen.
    int endPrompt() {
        return Math.min(prompts, (int) Math.ceil((scrollY + height) / cellHeight));
    }
}
