package percolate.kernel.cells;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Guards the classes of libraries that would end the process; it leaves all others, which are most, as they are. */
final class ExitWeaver {
    private static final List<String> OWNERS = List.of("java/lang/System", "java/lang/Runtime");
    private static final List<String> EXITS = List.of("exit", "halt");

    private ExitWeaver() {}

    /** The class file with guards; empty if it needs none. */
    static Optional<byte[]> guarded(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (OWNERS.stream().noneMatch(name -> holds(text, name))
                || EXITS.stream().noneMatch(name -> holds(text, name))) {
            return Optional.empty();
        }
        var reader = new ClassReader(bytes);
        var writer = new ClassWriter(reader, 0);
        reader.accept(new Methods(writer), 0);
        return Optional.of(writer.toByteArray());
    }

    /** Whether the constants of a class file may hold a name, before which its length is written in two bytes. */
    private static boolean holds(String classFile, String name) {
        return classFile.contains("\0" + (char) name.length() + name);
    }

    private static final class Methods extends ClassVisitor {
        Methods(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            return new GuardedCalls(
                    super.visitMethod(access, name, type, signature, thrown), KernelCalls::insteadOfExit);
        }
    }
}
