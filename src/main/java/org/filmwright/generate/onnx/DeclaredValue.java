package org.filmwright.generate.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.generate.onnx.ProtoFile.Fields;
import org.filmwright.generate.onnx.ProtoFile.Torn;
import org.filmwright.generate.onnx.Signature.Dimension;
import org.filmwright.generate.onnx.Signature.Element;
import org.filmwright.generate.onnx.Signature.Value;

/**
 * Reads one input or output of a graph (onnx.proto: ValueInfoProto name = 1, type = 2; TypeProto.tensor_type = 1;
 * TypeProto.Tensor elem_type = 1, shape = 2; TensorShapeProto.dim = 1; Dimension dim_value = 1, dim_param = 2).
 */
final class DeclaredValue implements Fields {
    private final ProtoFile file;
    private String name = "";
    private Element element = Element.OTHER;
    private Optional<List<Dimension>> shape = Optional.empty();

    private DeclaredValue(ProtoFile file) {
        this.file = file;
    }

    static Value read(ProtoFile file, long from, long to) throws IOException, Torn {
        DeclaredValue value = new DeclaredValue(file);
        file.fields(from, to, value);
        return new Value(value.name, value.element, value.shape);
    }

    @Override
    public void part(int field, long from, long to) throws IOException, Torn {
        if (field == 1) {
            name = file.text(from, to);
        } else if (field == 2) {
            file.fields(from, to, (kind, start, end) -> {
                if (kind == 1) {
                    file.fields(start, end, new Tensor());
                }
            });
        }
    }

    private final class Tensor implements Fields {
        @Override
        public void part(int field, long from, long to) throws IOException, Torn {
            if (field == 2) {
                List<Dimension> dimensions = new ArrayList<>();
                file.fields(from, to, (part, start, end) -> {
                    if (part == 1) {
                        dimensions.add(dimension(start, end));
                    }
                });
                shape = Optional.of(List.copyOf(dimensions));
            }
        }

        @Override
        public void number(int field, long value) {
            element = field == 1 ? Element.of(value) : element;
        }
    }

    /** Exporters write 0 and -1 for what may have any length. */
    private Dimension dimension(long from, long to) throws IOException, Torn {
        String[] called = {""};
        long[] size = {-1};
        file.fields(from, to, new Fields() {
            @Override
            public void part(int field, long start, long end) throws IOException, Torn {
                called[0] = field == 2 ? file.text(start, end) : called[0];
            }

            @Override
            public void number(int field, long value) {
                size[0] = field == 1 && value > 0 ? value : size[0];
            }
        });
        return new Dimension(size[0], called[0]);
    }
}
