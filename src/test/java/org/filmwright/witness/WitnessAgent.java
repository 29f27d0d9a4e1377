package org.filmwright.witness;

import java.io.FileDescriptor;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * Puts a question before the two places of the JDK through which every socket of Java goes out: where one is connected, and
 * where a datagram is sent. The question is asked of whoever lies in the system's properties under {@link #NAME}.
 */
public final class WitnessAgent {
    static final String NAME = "org.filmwright.witness";
    private static final ClassDesc CONSUMER = desc(Consumer.class);
    private static final MethodTypeDesc CONNECT = MethodTypeDesc.of(ConstantDescs.CD_int, desc(ProtocolFamily.class),
            desc(FileDescriptor.class), desc(InetAddress.class), ConstantDescs.CD_int);
    private static final MethodTypeDesc SEND = MethodTypeDesc.of(ConstantDescs.CD_int, desc(ByteBuffer.class),
            desc(SocketAddress.class));
    /** Where the address lies among the variables of both. */
    private static final int ADDRESS = 2;

    private WitnessAgent() {}

    private static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** Called by the JDK when it loads the agent. */
    public static void agentmain(String arguments, Instrumentation jdk)
            throws ClassNotFoundException, UnmodifiableClassException {
        List<String> doors = List.of("sun/nio/ch/Net", "sun/nio/ch/DatagramChannelImpl");
        jdk.addTransformer(new ClassFileTransformer() {
            @Override
            public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain,
                    byte[] bytes) {
                return doors.contains(name) ? asking(bytes) : null;
            }
        }, true);
        for (String door : doors) {
            jdk.retransformClasses(Class.forName(door.replace('/', '.')));
        }
        System.setProperty(NAME + ".here", "true");
    }

    private static byte[] asking(byte[] bytes) {
        ClassFile files = ClassFile.of();
        return files.transformClass(files.parse(bytes), ClassTransform.transformingMethodBodies(WitnessAgent::isDoor,
                CodeTransform.ofStateful(() -> new CodeTransform() {
                    @Override
                    public void atStart(CodeBuilder code) {
                        ask(code);
                    }

                    @Override
                    public void accept(CodeBuilder code, java.lang.classfile.CodeElement element) {
                        code.with(element);
                    }
                })));
    }

    private static boolean isDoor(MethodModel method) {
        String name = method.methodName().stringValue();
        return name.equals("connect") && method.methodTypeSymbol().equals(CONNECT)
                || name.equals("send") && method.methodTypeSymbol().equals(SEND);
    }

    private static void ask(CodeBuilder code) {
        code.invokestatic(desc(System.class), "getProperties", MethodTypeDesc.of(desc(Properties.class)))
                .loadConstant(NAME)
                .invokevirtual(desc(Properties.class), "get",
                        MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                .checkcast(CONSUMER)
                .aload(ADDRESS)
                .invokeinterface(CONSUMER, "accept",
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object));
    }
}
