package percolate.kernel.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks to run a cell.
 *
 * @param silent broadcast nothing and count nothing
 * @param storeHistory count the cell and remember it; never when silent
 * @param userExpressions evaluated after the cell succeeded, by name
 * @param allowStdin whether the front end answers when the cell asks for a line of input
 * @param stopOnError whether a failure aborts the cells that wait behind this one
 */
public record ExecuteRequest(
        String code,
        boolean silent,
        boolean storeHistory,
        Map<String, String> userExpressions,
        boolean allowStdin,
        boolean stopOnError)
        implements Request {
    public ExecuteRequest {
        storeHistory = storeHistory && !silent;
        userExpressions = Collections.unmodifiableMap(new LinkedHashMap<>(userExpressions));
    }

    static ExecuteRequest from(Fields fields) {
        return new ExecuteRequest(
                fields.text("code"),
                fields.flag("silent", false),
                fields.flag("store_history", true),
                expressions(fields),
                fields.flag("allow_stdin", true),
                fields.flag("stop_on_error", true));
    }

    private static Map<String, String> expressions(Fields fields) {
        var inner = new Fields(fields.place() + ": user_expressions", fields.object("user_expressions"));
        var expressions = new LinkedHashMap<String, String>();
        inner.json().keySet().forEach(name -> expressions.put(name, inner.text(name)));
        return expressions;
    }
}
