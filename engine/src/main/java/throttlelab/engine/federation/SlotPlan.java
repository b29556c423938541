package throttlelab.engine.federation;

/// What one slot of a stage expects: whose contribution, and of which parts of the model it is made.
///
/// @param worker who delivers it
/// @param firstSlice the first of its slices
/// @param endSlice one past the last of them
/// @param firstExpert the first of its experts
/// @param endExpert one past the last of them
public record SlotPlan(int worker, int firstSlice, int endSlice, int firstExpert, int endExpert) {

    /// How many slices its payload carries.
    public int slices() {
        return endSlice - firstSlice;
    }
}
