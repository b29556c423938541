package throttlelab.fxml.bet;

import java.util.List;

/// The state of all cells of a bet. It may change at any moment; whoever shows it looks again from time to time.
public interface BetCells {

    /// Names of the profiles, `none` first.
    List<String> profiles();

    /// Ids of the prompts.
    List<String> prompts();

    /// What has become of a prompt under a profile.
    Outcome outcome(int profile, int prompt);

    /// The share of its tokens that have come, from 0 to 1.
    double filled(int profile, int prompt);

    /// Cells whose turn has not come.
    static BetCells pending(List<String> profiles, List<String> prompts) {
        return new BetCells() {
            @Override
            public List<String> profiles() {
                return profiles;
            }

            @Override
            public List<String> prompts() {
                return prompts;
            }

            @Override
            public Outcome outcome(int profile, int prompt) {
                return Outcome.PENDING;
            }

            @Override
            public double filled(int profile, int prompt) {
                return 0;
            }
        };
    }
}
