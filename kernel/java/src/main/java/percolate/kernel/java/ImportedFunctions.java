package percolate.kernel.java;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The static methods of the classes that every cell imports whole: the functions of our libraries. */
final class ImportedFunctions {
    private final ClassLoader loader;
    private final StandingImports imports;
    private final Map<String, List<Method>> known = new ConcurrentHashMap<>();

    ImportedFunctions(ClassLoader loader, StandingImports imports) {
        this.loader = loader;
        this.imports = imports;
    }

    List<Method> named(String name) {
        return all().filter(method -> method.getName().equals(name)).toList();
    }

    /** Those whose result is of a type of this name, or of a narrower one. */
    List<Method> makers(String simpleType) {
        return all().filter(method -> isA(method.getReturnType(), simpleType)).toList();
    }

    private static boolean isA(Class<?> type, String name) {
        return type != null
                && (type.getSimpleName().equals(name)
                        || isA(type.getSuperclass(), name)
                        || Stream.of(type.getInterfaces()).anyMatch(above -> isA(above, name)));
    }

    /** The class of this name that a function makes; none if no function does. */
    Optional<Class<?>> made(String simpleType) {
        return all().<Class<?>>map(Method::getReturnType)
                .filter(type -> type.getSimpleName().equals(simpleType))
                .findFirst();
    }

    Stream<Method> all() {
        return imports.staticClasses().flatMap(type -> of(type).stream());
    }

    /** The static methods of one class; none if it is not there. */
    List<Method> of(String type) {
        var methods = known.get(type);
        if (methods == null) {
            methods = read(type);
            if (!methods.isEmpty()) { // a jar that comes later may bring the class
                known.put(type, methods);
            }
        }
        return methods;
    }

    private List<Method> read(String type) {
        try {
            return Stream.of(find(type).getMethods())
                    .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                    .toList();
        } catch (ClassNotFoundException | LinkageError e) {
            return List.of(); // imported, but not there
        }
    }

    /** The session's loader comes second: it takes a class that is asked for as the library's first use. */
    private Class<?> find(String type) throws ClassNotFoundException {
        try {
            return Class.forName(type, false, ImportedFunctions.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return Class.forName(type, false, loader);
        }
    }
}
