package percolate.kernel.java;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.MethodSnippet;

/** The names that can be told without asking the compiler, which may be busy: what cells have declared, and our functions. */
final class KnownNames {
    private final Map<String, String> declared = new ConcurrentSkipListMap<>();
    private final ImportedFunctions functions;

    KnownNames(ImportedFunctions functions) {
        this.functions = functions;
    }

    void declared(DeclarationSnippet snippet) {
        if (!snippet.name().startsWith("$")) {
            declared.put(snippet.name(), snippet instanceof MethodSnippet ? snippet.name() + "(" : snippet.name());
        }
    }

    void forget(String name) {
        declared.remove(name);
    }

    void forgetAll() {
        declared.clear();
    }

    /** What begins as the word at the cursor does; nothing behind a dot, where only the compiler knows more. */
    Suggestions.Found at(Masked code, int cursor) {
        var start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(code.code().charAt(start - 1))) {
            start--;
        }
        var typed = code.code().substring(start, cursor);
        if (code.code().substring(0, start).stripTrailing().endsWith(".")) {
            return new Suggestions.Found(List.of(), cursor);
        }
        var all = new TreeMap<String, String>();
        functions.all().forEach(method -> all.put(method.getName(), method.getName() + "("));
        all.putAll(declared);
        return new Suggestions.Found(
                all.values().stream().filter(text -> text.startsWith(typed)).toList(), start);
    }
}
