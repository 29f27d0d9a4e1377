package org.filmwright.net;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/** Hands what comes over a socket to an ear. */
final class Listening extends WebSocketListener {
    private final Ear ear;
    private final CountDownLatch settled = new CountDownLatch(1);

    Listening(Ear ear) {
        this.ear = ear;
    }

    /** Until it is open, or will not be. */
    void await(Duration most) {
        try {
            settled.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        settled.countDown();
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        ear.text(text);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
        ear.bytes(bytes.toByteArray());
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        socket.close(code, null);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
        ear.end();
    }

    @Override
    public void onFailure(WebSocket socket, Throwable why, Response response) {
        ear.end();
        settled.countDown();
    }
}
