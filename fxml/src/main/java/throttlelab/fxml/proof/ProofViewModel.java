package throttlelab.fxml.proof;

import throttlelab.fxml.lab.LabViewModel;

/// The proofs that the window runs, one at a time.
public final class ProofViewModel {

    private final MatrixViewModel matrix;
    private final OrdersViewModel orders;
    private final SearchViewModel search;

    /// The proofs of a lab.
    public ProofViewModel(LabViewModel lab) {
        this(new MatrixViewModel(lab), new OrdersViewModel(lab, 1), new SearchViewModel(lab));
    }

    /// Shorter ones, for tests.
    ProofViewModel(MatrixViewModel matrix, OrdersViewModel orders, SearchViewModel search) {
        this.matrix = matrix;
        this.orders = orders;
        this.search = search;
    }

    /// The invariance matrix.
    public MatrixViewModel matrix() {
        return matrix;
    }

    /// Every order of arrival.
    public OrdersViewModel orders() {
        return orders;
    }

    /// The seeded search.
    public SearchViewModel search() {
        return search;
    }
}
