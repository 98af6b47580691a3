package percolate.kernel.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import percolate.kernel.app.Main.WrongUse;

/** A command's options, each with a value: {@code --name value}. */
record Options(String command, Map<String, String> values) {
    static Options of(String command, List<String> arguments, String... known) {
        var values = new HashMap<String, String>();
        for (var i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (!List.of(known).contains(name)) {
                throw new WrongUse(command + ": expected " + String.join(" or ", known) + ", got " + name);
            }
            if (i + 1 == arguments.size()) {
                throw new WrongUse(command + ": expected a value after " + name + ", got nothing");
            }
            values.put(name, arguments.get(i + 1));
        }
        return new Options(command, Map.copyOf(values));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name, String meaning) {
        return find(name)
                .orElseThrow(() -> new WrongUse(command + ": expected " + name + " with " + meaning + ", got none"));
    }
}
