package org.filmwright.images.recipe;

/** Which program wrote a recipe into a picture. */
public enum Dialect {
    FILMWRIGHT("Filmwright"), A1111("A1111 or Forge"), SWARM("SwarmUI"), INVOKE("InvokeAI"), COMFY("ComfyUI");

    private final String words;

    Dialect(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
