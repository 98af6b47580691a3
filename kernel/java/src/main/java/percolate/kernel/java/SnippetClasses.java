package percolate.kernel.java;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The types and methods in the classes that JShell makes of snippets: the newest of each name. */
final class SnippetClasses {
    private static final Pattern OUTER = Pattern.compile("REPL\\.\\$JShell\\$\\w+");
    private static final Pattern NESTED = Pattern.compile(OUTER.pattern() + "\\$(.+)");
    private static final String RUN = "do_it$";

    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();
    private final Map<String, List<Method>> methods = new ConcurrentHashMap<>();

    /** Whether JShell made this class of a snippet, or of a part of one. */
    static boolean contains(Class<?> type) {
        return type.getName().startsWith("REPL.$JShell$");
    }

    void loaded(Class<?> type) {
        var nested = NESTED.matcher(type.getName());
        if (nested.matches()) {
            types.put(nested.group(1), type);
        } else {
            Stream.of(type.getDeclaredMethods())
                    .filter(SnippetClasses::isDeclared)
                    .forEach(this::add);
        }
    }

    private static boolean isDeclared(Method method) {
        return Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && !method.getName().equals(RUN);
    }

    private void add(Method method) {
        var overloads = methods.computeIfAbsent(method.getName(), name -> new CopyOnWriteArrayList<>());
        overloads.removeIf(old -> parameters(old).equals(parameters(method)));
        overloads.add(method);
    }

    /** By name, for a class that was defined anew is another class, and its methods are the same to JShell. */
    private static List<String> parameters(Method method) {
        return Stream.of(method.getParameterTypes())
                .map(SnippetClasses::simpleName)
                .toList();
    }

    private static String simpleName(Class<?> type) {
        return name(type).orElse(type.getName());
    }

    /** The name under which a snippet declared a type, such as {@code Point}, or {@code Point.Side} of one within. */
    static Optional<String> name(Class<?> type) {
        var nested = NESTED.matcher(type.getName());
        return nested.matches() ? Optional.of(nested.group(1).replace('$', '.')) : Optional.empty();
    }

    Optional<Class<?>> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Whether a snippet's type is the one that its name means now. */
    boolean isCurrent(Class<?> type) {
        return types.get(name(type).orElse("").replace('.', '$')) == type;
    }

    List<Method> methods(String name) {
        return methods.getOrDefault(name, List.of());
    }
}
