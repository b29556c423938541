package throttlelab.fxml.proof;

import throttlelab.fxml.lab.LabViewModel;

/// The proofs that the window runs, one at a time.
public final class ProofViewModel {

    private final OrdersViewModel orders;
    private final SearchViewModel search;

    /// The proofs of a lab.
    public ProofViewModel(LabViewModel lab) {
        this(new OrdersViewModel(lab, 1), new SearchViewModel(lab));
    }

    /// Shorter ones, for tests.
    ProofViewModel(OrdersViewModel orders, SearchViewModel search) {
        this.orders = orders;
        this.search = search;
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
