package eu.nephele.mediaworker;

/** A file that is not worked on, with the reason in words for an editor. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message, null, false, false);
    }
}
