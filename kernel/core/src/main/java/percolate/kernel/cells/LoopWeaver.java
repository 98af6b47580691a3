package percolate.kernel.cells;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts a call of {@link Checkpoint#check} at the start of each method and before each jump back, so that endless loops
 * and recursions can be stopped. The call takes and leaves nothing on the stack: no frame changes. Calls that would end
 * the kernel are replaced as {@link KernelCalls} says.
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

    private static final class Jumps extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();
        private final boolean checksEntry;

        Jumps(MethodVisitor next, boolean checksEntry) {
            super(Opcodes.ASM9, next);
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

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            var tag = opcode == Opcodes.INVOKESTATIC ? Opcodes.H_INVOKESTATIC : Opcodes.H_INVOKEVIRTUAL;
            var instead = KernelCalls.instead(new Handle(tag, owner, name, type, isInterface));
            if (opcode == Opcodes.INVOKESPECIAL || instead.getOwner().equals(owner)) {
                super.visitMethodInsn(opcode, owner, name, type, isInterface);
            } else {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC, instead.getOwner(), instead.getName(), instead.getDesc(), false);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String type, Handle maker, Object... arguments) {
            var guarded = Stream.of(arguments)
                    .map(argument -> argument instanceof Handle handle ? KernelCalls.instead(handle) : argument)
                    .toArray();
            super.visitInvokeDynamicInsn(name, type, maker, guarded);
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
