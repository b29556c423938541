package throttlelab.fxml.compare;

import java.util.List;

/// Cells where nothing is compared.
record NoCells() implements MapCells {

    @Override
    public List<String> prompts() {
        return List.of();
    }

    @Override
    public int longest() {
        return 0;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public int length(int prompt) {
        throw none();
    }

    @Override
    public int index(int prompt, int position) {
        throw none();
    }

    @Override
    public int prompt(int index) {
        throw none();
    }

    @Override
    public int position(int index) {
        throw none();
    }

    @Override
    public PositionMark at(int index) {
        throw none();
    }

    private static IndexOutOfBoundsException none() {
        return new IndexOutOfBoundsException("there are no cells");
    }
}
