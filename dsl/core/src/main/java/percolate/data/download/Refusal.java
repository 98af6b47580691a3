package percolate.data.download;

import java.io.IOException;

/** An answer that another try at the same address will not change; the message is a part of a sentence. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
