package percolate.kernel.java;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes types as Java cells can name them. A class without a name, or one that is not public, is written as the nearest
 * type above it that is.
 */
final class TypeSource {
    private final Predicate<Class<?>> isCurrent;

    /** @param isCurrent whether the plain name of a class that a Java cell declared means this class */
    TypeSource(Predicate<Class<?>> isCurrent) {
        this.isCurrent = isCurrent;
    }

    String of(Type type) {
        if (type instanceof Class<?> plain) {
            return ofClass(plain);
        } else if (type instanceof ParameterizedType generic) {
            return parameterized(generic);
        } else if (type instanceof GenericArrayType array) {
            return of(array.getGenericComponentType()) + "[]";
        } else if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        return ((TypeVariable<?>) type).getName();
    }

    private String ofClass(Class<?> type) {
        if (type.isArray()) {
            return ofClass(type.getComponentType()) + "[]";
        } else if (!canBeNamed(type)) {
            return ofClass(nearest(type));
        }
        return SnippetClasses.contains(type) && isCurrent.test(type)
                ? SnippetClasses.name(type).orElseThrow()
                : fullName(type);
    }

    /** The name that means this class alone. */
    static String fullName(Class<?> type) {
        var name = type.getCanonicalName();
        return type.getPackageName().isEmpty() && !type.isPrimitive() ? OtherCells.nameHere(name) : name;
    }

    private String parameterized(ParameterizedType generic) {
        var raw = (Class<?>) generic.getRawType();
        return canBeNamed(raw)
                ? Stream.of(generic.getActualTypeArguments())
                        .map(this::argument)
                        .collect(Collectors.joining(", ", ofClass(raw) + "<", ">"))
                : ofClass(nearest(raw));
    }

    private String argument(Type argument) {
        return argument instanceof Class<?> plain && !canBeNamed(plain) ? "? extends " + of(plain) : of(argument);
    }

    private String wildcard(WildcardType wildcard) {
        if (wildcard.getLowerBounds().length > 0) {
            return "? super " + of(wildcard.getLowerBounds()[0]);
        }
        var upper = wildcard.getUpperBounds()[0];
        return upper == Object.class ? "?" : "? extends " + of(upper);
    }

    /** Whether Java source can name the class: it is public, and so are all that surround it. */
    static boolean canBeNamed(Class<?> type) {
        if (type.isPrimitive()) {
            return true;
        } else if (type.isArray()) {
            return canBeNamed(type.getComponentType());
        }
        var outer = type.getEnclosingClass();
        return type.getCanonicalName() != null
                && Modifier.isPublic(type.getModifiers())
                && type.getModule().isExported(type.getPackageName())
                && (outer == null || canBeNamed(outer));
    }

    /** The closest type above it that has a name: a class if there is one other than Object, else an interface. */
    private static Class<?> nearest(Class<?> type) {
        for (var above = type.getSuperclass(); above != null && above != Object.class; above = above.getSuperclass()) {
            if (canBeNamed(above)) {
                return above;
            }
        }
        return Stream.<Class<?>>iterate(type, above -> above != null, Class::getSuperclass)
                .flatMap(above -> Stream.of(above.getInterfaces()))
                .filter(TypeSource::canBeNamed)
                .findFirst()
                .orElse(Object.class);
    }
}
