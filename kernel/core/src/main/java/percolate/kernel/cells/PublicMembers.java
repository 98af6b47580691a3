package percolate.kernel.cells;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes public what a class leaves open to its package: the cells of another language stand in another package. What is
 * private or protected stays so.
 */
public final class PublicMembers extends ClassVisitor {
    private static final int NARROWER = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE;

    public PublicMembers(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        super.visit(version, access | Opcodes.ACC_PUBLIC, name, signature, parent, interfaces);
    }

    @Override
    public void visitInnerClass(String name, String outer, String inner, int access) {
        super.visitInnerClass(name, outer, inner, opened(access));
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
        return super.visitMethod(name.equals("<clinit>") ? access : opened(access), name, type, signature, thrown);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
        return super.visitField(opened(access), name, type, signature, value);
    }

    private static int opened(int access) {
        return (access & NARROWER) == 0 ? access | Opcodes.ACC_PUBLIC : access;
    }
}
