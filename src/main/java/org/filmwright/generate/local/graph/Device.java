package org.filmwright.generate.local.graph;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.Optional;

/** Where a model computes. */
public sealed interface Device {
    /** The processor. */
    Device CPU = new Cpu();

    /** {@code cpu}, {@code cuda:0}. */
    String id();

    /** Lets a session compute there. */
    void enter(SessionOptions options) throws OrtException;

    /** @param id as {@link #id}; empty where it is none */
    static Optional<Device> of(String id) {
        if (id.equals(CPU.id())) {
            return Optional.of(CPU);
        }
        return id.matches("cuda:\\d{1,2}")
                ? Optional.of(new Cuda(Integer.parseInt(id.substring(5))))
                : Optional.empty();
    }

    /** The processor, which is always there. */
    record Cpu() implements Device {
        @Override
        public String id() {
            return "cpu";
        }

        @Override
        public void enter(SessionOptions options) {}
    }

    /** An NVIDIA card, by its number. */
    record Cuda(int number) implements Device {
        @Override
        public String id() {
            return "cuda:" + number;
        }

        /** The default search for the fastest convolution would take minutes and gigabytes before the first picture. */
        @Override
        public void enter(SessionOptions options) throws OrtException {
            try (OrtCUDAProviderOptions card = new OrtCUDAProviderOptions(number)) {
                card.add("arena_extend_strategy", "kSameAsRequested");
                card.add("cudnn_conv_algo_search", "HEURISTIC");
                card.add("do_copy_in_default_stream", "1");
                card.add("use_tf32", "1");
                options.addCUDA(card);
            }
        }
    }
}
