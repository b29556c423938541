package throttlelab.dist;

/// Something is not as it should be; the message says what, where, and what to do.
final class DistException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DistException(String message) {
        super(message);
    }
}
