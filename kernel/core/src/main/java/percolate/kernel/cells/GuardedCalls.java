package percolate.kernel.cells;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Replaces a method's calls that would end or silence the kernel as {@link KernelCalls} says; no frame changes. */
class GuardedCalls extends MethodVisitor {
    private final UnaryOperator<Handle> replaced;

    /** @param replaced what is called instead of a method */
    GuardedCalls(MethodVisitor next, UnaryOperator<Handle> replaced) {
        super(Opcodes.ASM9, next);
        this.replaced = replaced;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
        var tag = opcode == Opcodes.INVOKESTATIC ? Opcodes.H_INVOKESTATIC : Opcodes.H_INVOKEVIRTUAL;
        var instead = replaced.apply(new Handle(tag, owner, name, type, isInterface));
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
                .map(argument -> argument instanceof Handle handle ? replaced.apply(handle) : argument)
                .toArray();
        super.visitInvokeDynamicInsn(name, type, maker, guarded);
    }
}
