package percolate.kernel.java;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The classes of other languages' cells as JShell's compiler sees them. They are in the unnamed package, which Java
 * sources cannot import from; the compiler finds them in JShell's own package, the one whose classes it looks at afresh for
 * each snippet, for they may name Java cells' classes in turn. What it compiles gets the true names again before it is loaded.
 */
final class OtherCells {
    static final String PACKAGE = "REPL";
    private static final String FOLDER = PACKAGE + "/";
    private static final String OWN = FOLDER + "$JShell$";

    private OtherCells() {}

    /** The name of a class of the unnamed package in Java sources. */
    static String nameHere(String name) {
        return PACKAGE + "." + name;
    }

    /** The class file of a class of the unnamed package, with the names that the compiler is to see. */
    static byte[] withNamesHere(byte[] bytes) {
        return renamed(bytes, new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                return name.indexOf('/') < 0 ? FOLDER + name : name;
            }
        });
    }

    /** What the compiler made, with the classes' true names. */
    static byte[] withTrueNames(byte[] bytes) {
        return renamed(bytes, new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                return name.startsWith(FOLDER) && !name.startsWith(OWN) ? name.substring(FOLDER.length()) : name;
            }
        });
    }

    private static byte[] renamed(byte[] bytes, Remapper names) {
        var writer = new ClassWriter(0);
        new ClassReader(bytes).accept(new ClassRemapper(writer, names), 0);
        return writer.toByteArray();
    }
}
