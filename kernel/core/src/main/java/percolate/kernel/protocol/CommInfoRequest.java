package percolate.kernel.protocol;

import java.util.Optional;

/**
 * Asks which comms are open.
 *
 * @param target only those of this target; empty asks for all
 */
public record CommInfoRequest(Optional<String> target) implements Request {
    static CommInfoRequest from(Fields fields) {
        return new CommInfoRequest(
                Optional.of(fields.text("target_name", "")).filter(name -> !name.isEmpty()));
    }
}
