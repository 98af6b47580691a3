package percolate.kernel.java;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Whether what a snippet computes can depend on what earlier ones have left: whether its class names another's. */
final class Dependence {
    private static final String SNIPPETS = "REPL/$JShell$";
    private static final int CLASS = 7;

    private Dependence() {}

    /** Whether a class around a snippet names no other snippet's class and reads no variable of its own. */
    static boolean isNone(String name, byte[] bytes) {
        var reader = new ClassReader(bytes);
        var own = name.replace('.', '/');
        return !namesOthers(reader, own) && !readsItself(reader, own);
    }

    private static boolean namesOthers(ClassReader reader, String own) {
        var buffer = new char[reader.getMaxStringLength()];
        for (var i = 1; i < reader.getItemCount(); i++) {
            var item = reader.getItem(i);
            if (item > 0 && reader.readByte(item - 1) == CLASS) {
                var named = reader.readUTF8(item, buffer);
                if (named.contains(SNIPPETS) && !named.equals(own)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean readsItself(ClassReader reader, String own) {
        var found = new boolean[1];
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String signature, String[] thrown) {
                        return new MethodVisitor(Opcodes.ASM9) {
                            @Override
                            public void visitFieldInsn(int opcode, String owner, String field, String fieldType) {
                                found[0] |= opcode == Opcodes.GETSTATIC && owner.equals(own);
                            }
                        };
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found[0];
    }
}
