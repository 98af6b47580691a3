package percolate.kernel.language;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.stream.IntStream;

/** Whether two languages mean the same type. */
public final class SharedType {
    private SharedType() {}

    /**
     * Whether types are the same but for wildcards: what is a {@code List<Shape>} in Kotlin is a
     * {@code List<? extends Shape>} in its class file.
     */
    public static boolean isSame(Type one, Type other) {
        var first = withoutWildcard(one);
        var second = withoutWildcard(other);
        if (first instanceof ParameterizedType a && second instanceof ParameterizedType b) {
            return a.getRawType().equals(b.getRawType())
                    && areSame(a.getActualTypeArguments(), b.getActualTypeArguments());
        } else if (first instanceof GenericArrayType a && second instanceof GenericArrayType b) {
            return isSame(a.getGenericComponentType(), b.getGenericComponentType());
        }
        return first.equals(second);
    }

    private static boolean areSame(Type[] some, Type[] others) {
        return some.length == others.length
                && IntStream.range(0, some.length).allMatch(i -> isSame(some[i], others[i]));
    }

    private static Type withoutWildcard(Type type) {
        if (!(type instanceof WildcardType wildcard)) {
            return type;
        }
        return wildcard.getLowerBounds().length > 0 ? wildcard.getLowerBounds()[0] : wildcard.getUpperBounds()[0];
    }
}
