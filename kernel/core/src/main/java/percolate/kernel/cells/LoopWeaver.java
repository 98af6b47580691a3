package percolate.kernel.cells;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts a call of {@link Checkpoint#check} at the start of each method and before each jump back, so that endless loops
 * and recursions can be stopped. The call takes and leaves nothing on the stack: no frame changes. Calls that would end
 * the kernel are guarded.
 */
final class LoopWeaver implements UnaryOperator<byte[]> {
    private static final String CHECKPOINT = Checkpoint.class.getName().replace('.', '/');

    @Override
    public byte[] apply(byte[] bytes) {
        var reader = new ClassReader(bytes);
        var writer = new ClassWriter(reader, 0);
        reader.accept(new PublicMembers(new Methods(writer)), 0);
        return writer.toByteArray();
    }

    private static final class Methods extends ClassVisitor {
        Methods(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            return new Jumps(super.visitMethod(access, name, type, signature, thrown), !name.equals("<clinit>"));
        }
    }

    private static final class Jumps extends GuardedCalls {
        private final Set<Label> passed = new HashSet<>();
        private final boolean checksEntry;

        Jumps(MethodVisitor next, boolean checksEntry) {
            super(next, KernelCalls::instead);
            this.checksEntry = checksEntry;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (checksEntry) {
                check();
            }
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            checkIfBack(List.of(label));
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
            checkIfBack(List.of(labels));
            super.visitTableSwitchInsn(min, max, other, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
            checkIfBack(List.of(labels));
            super.visitLookupSwitchInsn(other, keys, labels);
        }

        private void checkIfBack(List<Label> targets) {
            if (targets.stream().anyMatch(passed::contains)) {
                check();
            }
        }

        private void check() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKPOINT, "check", "()V", false);
        }
    }
}
