package percolate.kernel.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Declarations on one line, with simple names: {@code String String.substring(int beginIndex)}.
 *
 * @param called a text with its names as a reader knows them: without the classes that are only there to hold others
 */
record Signature(UnaryOperator<String> called) {
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z_][\\w]*\\.)+(?=[A-Z$])");
    private static final Pattern UNNAMED = Pattern.compile("arg\\d+");

    String of(Element element, TypeMirror receiver, Types types, List<String> parameterNames) {
        if (element instanceof ExecutableElement method) {
            return method(method, receiver, types, parameterNames);
        } else if (element instanceof TypeElement type) {
            return type(type);
        } else if (element.getKind() == ElementKind.PACKAGE) {
            return "package " + element;
        }
        var type = receiver instanceof DeclaredType owner && element.getKind() == ElementKind.FIELD
                ? member(owner, element, types)
                : element.asType();
        return plain(type) + " " + owner(element) + element.getSimpleName();
    }

    /** {@code substring(int beginIndex, int endIndex)}. */
    String call(ExecutableElement method, TypeMirror receiver, Types types, List<String> names) {
        return name(method) + "(" + parameters(method, receiver, types, names) + ")";
    }

    private String method(ExecutableElement method, TypeMirror receiver, Types types, List<String> names) {
        var parts = new ArrayList<String>();
        if (method.getModifiers().contains(Modifier.STATIC) && !isHeld(method)) {
            parts.add("static");
        }
        if (!method.getTypeParameters().isEmpty()) {
            parts.add(method.getTypeParameters().stream()
                    .map(one -> one + bounds(one.getBounds()))
                    .collect(Collectors.joining(", ", "<", ">")));
        }
        if (method.getKind() != ElementKind.CONSTRUCTOR) {
            parts.add(plain(executable(method, receiver, types).getReturnType()));
        }
        parts.add((method.getKind() == ElementKind.CONSTRUCTOR ? "new " : owner(method))
                + call(method, receiver, types, names));
        if (!method.getThrownTypes().isEmpty()) {
            parts.add("throws "
                    + method.getThrownTypes().stream().map(this::plain).collect(Collectors.joining(", ")));
        }
        return String.join(" ", parts);
    }

    private String bounds(List<? extends TypeMirror> bounds) {
        var plain = bounds.stream()
                .map(this::plain)
                .filter(one -> !one.equals("Object"))
                .toList();
        return plain.isEmpty() ? "" : " extends " + String.join(" & ", plain);
    }

    private static String name(ExecutableElement method) {
        return method.getKind() == ElementKind.CONSTRUCTOR
                ? method.getEnclosingElement().getSimpleName().toString()
                : method.getSimpleName().toString();
    }

    private String parameters(ExecutableElement method, TypeMirror receiver, Types types, List<String> names) {
        var known = executable(method, receiver, types).getParameterTypes();
        var texts = new ArrayList<String>();
        for (var i = 0; i < known.size(); i++) {
            var type = plain(known.get(i));
            if (method.isVarArgs() && i == known.size() - 1) {
                type = type.replaceFirst("\\[\\]$", "...");
            }
            var name = names.size() == known.size()
                    ? names.get(i)
                    : method.getParameters().get(i).getSimpleName().toString();
            texts.add(UNNAMED.matcher(name).matches() ? type : type + " " + name);
        }
        return String.join(", ", texts);
    }

    private static ExecutableType executable(ExecutableElement method, TypeMirror receiver, Types types) {
        return receiver instanceof DeclaredType owner && member(owner, method, types) instanceof ExecutableType known
                ? known
                : (ExecutableType) method.asType();
    }

    /** A member as the type arguments of its owner make it. */
    private static TypeMirror member(DeclaredType owner, Element element, Types types) {
        try {
            return types.asMemberOf(owner, element);
        } catch (IllegalArgumentException e) {
            return element.asType(); // no member of this type after all
        }
    }

    private String type(TypeElement type) {
        var words = new ArrayList<String>();
        for (var modifier : List.of(Modifier.ABSTRACT, Modifier.FINAL)) {
            if (type.getModifiers().contains(modifier) && type.getKind() == ElementKind.CLASS) {
                words.add(modifier.toString());
            }
        }
        words.add(
                type.getKind() == ElementKind.ANNOTATION_TYPE
                        ? "@interface"
                        : type.getKind().toString().toLowerCase(Locale.ROOT));
        words.add((isHeld(type) ? plain(type.asType()) : type.asType().toString()) + components(type));
        if (type.getSuperclass().getKind() != TypeKind.NONE && !isImplied(type.getSuperclass())) {
            words.add("extends " + plain(type.getSuperclass()));
        }
        if (!type.getInterfaces().isEmpty()) {
            words.add((type.getKind() == ElementKind.INTERFACE ? "extends " : "implements ")
                    + type.getInterfaces().stream().map(this::plain).collect(Collectors.joining(", ")));
        }
        return String.join(" ", words);
    }

    private String components(TypeElement type) {
        return type.getKind() == ElementKind.RECORD
                ? type.getRecordComponents().stream()
                        .map(one -> plain(one.asType()) + " " + one.getSimpleName())
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
    }

    private static boolean isImplied(TypeMirror superclass) {
        var name = superclass.toString();
        return name.equals("java.lang.Object") || name.equals("java.lang.Record") || name.startsWith("java.lang.Enum<");
    }

    private boolean isHeld(Element element) {
        return called.apply(element.getEnclosingElement() + ".").isEmpty();
    }

    /** The class in front of a member's name, unless it only holds it. */
    private String owner(Element element) {
        return element.getEnclosingElement() instanceof TypeElement type && !isHeld(element)
                ? type.getSimpleName() + "."
                : "";
    }

    String plain(TypeMirror type) {
        return PACKAGES.matcher(called.apply(type.toString().replaceAll("@\\S+ ", "")))
                .replaceAll("")
                .replaceAll(",(?=\\S)", ", ");
    }
}
