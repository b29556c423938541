package throttlelab.engine.numerics;

/// One rule of the page of this package, broken: what [PageForward] does otherwise than the page says.
enum Broken {
    /// Nothing.
    NONE,
    /// Section 1: a layer has one slice.
    ONE_SLICE,
    /// Section 2: a chain rounds each product before it adds it.
    PRODUCT_THEN_SUM,
    /// Section 2: a chain begins with the last input.
    CHAIN_DESCENDING,
    /// Section 3: slice 7 is added first.
    SLICES_DESCENDING,
    /// Section 3: squares are summed in one chain.
    NORM_ONE_CHAIN,
    /// Section 3: the sixteen chains are added from left to right.
    NORM_NO_TREE,
    /// Section 4: the exponential of a library.
    LIBRARY_EXP,
    /// Section 4: the logarithm of a library.
    LIBRARY_LOG,
    /// Section 4: softmax multiplies by the reciprocal of the sum.
    SOFTMAX_RECIPROCAL,
    /// Section 4: softmax sums from the last to the first.
    SOFTMAX_DESCENDING,
    /// Section 5: a rotation fuses its second product with the addition.
    ROTATE_FUSED,
    /// Section 5: angles are rounded to fp32.
    ANGLE_FP32,
    /// Section 6: the router weight multiplies what goes into the down projection.
    WEIGHT_BEFORE_DOWN,
    /// Section 6: the experts of a token are added in descending order.
    EXPERTS_DESCENDING,
    /// Section 7: the sum over the vocabulary begins with the last token.
    CHOICE_DESCENDING
}
