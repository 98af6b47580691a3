package percolate.kernel.render;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;

/** Lambdas and method references, whose own words are {@code $$Lambda/0x000…}. */
final class Functions {
    private Functions() {}

    /** What a lambda is and how it is called. */
    static String describe(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && !isObjects(method))
                .findFirst()
                .map(method -> type.getSimpleName() + " (a lambda; call it with ." + method.getName()
                        + (method.getParameterCount() == 0 ? "()" : "(…)") + ")")
                .orElseGet(() -> type.getSimpleName() + " (a lambda)");
    }

    /** {@code Comparator} declares {@code equals} anew. */
    private static boolean isObjects(Method method) {
        return Stream.of(Object.class.getMethods())
                .anyMatch(known -> known.getName().equals(method.getName())
                        && known.getParameterCount() == method.getParameterCount());
    }
}
