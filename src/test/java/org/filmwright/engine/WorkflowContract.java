package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every kind of workflow, with gates and without, whatever keeps its rows: one subclass per ledger. */
public abstract class WorkflowContract extends GateContract {
    @Test
    void linear() {
        Run run = flow(task("c", "'b'") + "," + task("a") + "," + task("b", "'a'"));
        assertEquals(List.of("a", "b", "c"), done);
        assertEquals(RunState.SUCCEEDED, run.state());
        assertEquals("flow", desk.engine().lineage(run.id()).definition().orElseThrow().name());
    }

    @Test
    void parallelOverItemsThatAreKnownOnlyWhenItRuns() {
        outputs.put("list", "{'items':[{'key':'one'},{'key':'two'}]}".replace('\'', '"'));
        Run run = flow(task("list") + ",{'name':'each','kind':'fanout','over':'list.items','nodes':["
                + task("x") + "," + "{'name':'y','kind':'fanout','over':'input.n','as':'i','handler':'do'}],"
                + "'after':[]}," + task("join", "'each.x'") + "," + task("end", "'each'"));
        assertEquals(List.of("list", "each/one/x", "each/one/y/1", "each/one/y/2", "each/two/x", "each/two/y/1",
                "each/two/y/2", "join", "end"), done);
        assertEquals(RunState.SUCCEEDED, run.state());
        assertTrue(desk.step(run.id(), "each/two/y/2").input().contains("\"i\":2"));
    }

    @Test
    void aFanOutWithoutItemsLetsGoOnWhatFollowsIt() {
        outputs.put("list", "{\"items\":[]}");
        Run run = flow(task("list") + ",{'name':'each','kind':'fanout','over':'list.items','handler':'do'},"
                + task("end", "'each'"));
        assertEquals(List.of("list", "end"), done);
        assertEquals(RunState.SUCCEEDED, run.state());
    }

    @Test
    void anItemWithoutKeyFailsTheStepThatMadeTheListWithASentence() {
        outputs.put("list", "{\"items\":[{\"key\":\"../x\"}]}");
        Run run = flow(task("list") + ",{'name':'each','kind':'fanout','over':'list.items','handler':'do'}");
        assertEquals(RunState.FAILED, run.state());
        assertTrue(run.failure().orElseThrow().what().contains("has no key"), run.failure().toString());
    }

    @Test
    void conditionalBranchesAreTakenOrSkippedAndMeetAgain() {
        outputs.put("a", "{\"n\":5}");
        Run run = flow(task("a") + "," + task("much", "{'from':'a','if':'output.n > 3'}") + ","
                + task("little", "{'from':'a','if':'output.n <= 3'}") + "," + task("less", "'little'") + ","
                + task("end", "'much','less'"));
        assertEquals(List.of("a", "much", "end"), done);
        assertEquals(StepState.SKIPPED, state(run, "little"));
        assertEquals(StepState.SKIPPED, state(run, "less"));
        assertEquals(RunState.SUCCEEDED, run.state());
    }

    @Test
    void aStepThatJoinsAllIsSkippedWhenOneBranchWas() {
        outputs.put("a", "{\"n\":5}");
        Run run = flow(task("a") + "," + task("b", "{'from':'a','if':'output.n > 9'}") + ","
                + "{'name':'end','kind':'task','handler':'do','join':'all','after':['a','b']}");
        assertEquals(StepState.SKIPPED, state(run, "end"));
        assertEquals(RunState.SUCCEEDED, run.state());
    }

    @Test
    void aFailureMaySkipItsBranchAndIsMadeGoodByAnother() {
        Run run = flow("{'name':'a','kind':'task','handler':'break','on_failure':'skip'}," + task("b", "'a'") + ","
                + task("tidy", "{'from':'a','if':'failed'}") + "," + task("end", "'b','tidy'"));
        assertEquals(List.of("tidy", "end"), done);
        assertEquals(RunState.SUCCEEDED, run.state());
        assertEquals("It broke.", desk.step(run.id(), "a").ending().failure().orElseThrow().what());
        assertTrue(desk.log(run.id()).contains("step.failed"));
    }

    @Test
    void aLoopByConditionStopsAtItsLimit() {
        outputs.put("check", "{\"good\":false}");
        Run run = flow(task("a") + ",{'name':'check','kind':'task','handler':'do','after':['a'],"
                + "'loops':[{'to':'a','if':'!output.good','limit':3}]}," + task("end", "'check'"));
        assertEquals(4, done.stream().filter("a"::equals).count());
        assertEquals("end", done.getLast());
        assertEquals(RunState.SUCCEEDED, run.state());
    }

    private Run nested(String inner) {
        define("inner", inner, ",'output':'i'");
        return flow(task("a") + ",{'name':'sub','kind':'subflow','workflow':'inner','after':['a']},"
                + task("b", "'sub'"));
    }

    @Test
    void aNestedWorkflowIsWaitedForAndItsOutputHandedOn() {
        outputs.put("i", "{\"from\":\"inside\"}");
        Run run = nested(task("i"));
        assertEquals(List.of("a", "i", "b"), done);
        assertEquals(Optional.of("{\"from\":\"inside\"}"), desk.step(run.id(), "sub").ending().output());
        RunId child = desk.engine().nested(run.id()).getFirst();
        assertEquals(run.id().value(), desk.engine().lineage(child).correlation());
        assertEquals(RunState.SUCCEEDED, run.state());
    }

    @Test
    void aNestedWorkflowThatFailsFailsItsStepAndResumingGoesOnInside() {
        Run run = nested("{'name':'i','kind':'task','handler':'break'}");
        assertEquals(RunState.FAILED, run.state());
        handlers.put("break", context -> StepResult.done("{}"));
        desk = new ManualEngine(ledger, handlers, folder.resolve("staging"));
        ManualEngine.value(desk.engine().resume(run.id()));
        desk.crew().runAll();
        assertEquals(RunState.SUCCEEDED, now(run).state());
        assertEquals(1, done.stream().filter("a"::equals).count());
    }

    private static final String ASKS = "{'name':'x','kind':'task','handler':'do'},"
            + "{'name':'i','kind':'gate','question':'Well?','about':'x','after':['x']}";

    @Test
    void pausingResumingAndCancellingReachInside() {
        Run run = nested(ASKS);
        RunId child = desk.engine().nested(run.id()).getFirst();
        assertEquals(StepState.WAITING_CHILD, state(run, "sub"));
        ManualEngine.value(desk.engine().pause(run.id()));
        assertEquals(RunState.PAUSED, desk.engine().run(child).orElseThrow().state());
        ManualEngine.value(desk.engine().resume(run.id()));
        assertEquals(RunState.RUNNING, desk.engine().run(child).orElseThrow().state());
        ManualEngine.value(desk.engine().cancel(run.id()));
        assertEquals(RunState.CANCELLED, desk.engine().run(child).orElseThrow().state());
        assertEquals(RunState.CANCELLED, now(run).state());
        ManualEngine.value(desk.engine().resume(run.id()));
        desk.crew().runAll();
        answer("i", "accept");
        assertEquals(RunState.SUCCEEDED, now(run).state());
    }

    @Test
    void aRepairInsideOpensWhatFollowsOutside() {
        Run run = nested(task("i"));
        RunId child = desk.engine().nested(run.id()).getFirst();
        ManualEngine.value(desk.engine().retry(StepId.of(child, "i")));
        desk.crew().runAll();
        assertEquals(List.of("a", "i", "b", "i", "b"), done);
        assertEquals(RunState.SUCCEEDED, now(run).state());
    }

    @Test
    void aRepairOfTheStepBeforeDoesANestedWorkflowAgain() {
        Run run = nested(task("i"));
        ManualEngine.value(desk.engine().retry(StepId.of(run.id(), "a")));
        desk.crew().runAll();
        assertEquals(List.of("a", "i", "b", "a", "i", "b"), done);
        assertEquals(RunState.SUCCEEDED, now(run).state());
    }

    @Test
    void aRepairOfTheListDropsItemsThatAreGoneAndDeletesNothing() {
        outputs.put("list", "{'items':[{'key':'one'},{'key':'two'}]}".replace('\'', '"'));
        Run run = flow(task("list") + ",{'name':'each','kind':'fanout','over':'list.items','handler':'do'},"
                + task("end", "'each'"));
        outputs.put("list", "{'items':[{'key':'two'},{'key':'three'}]}".replace('\'', '"'));
        ManualEngine.value(desk.engine().retry(StepId.of(run.id(), "list")));
        desk.crew().runAll();
        assertEquals(StepState.SKIPPED, state(run, "each/one"));
        assertEquals(StepState.SUCCEEDED, state(run, "each/three"));
        assertEquals(List.of("list", "each/two", "each/three", "end"), done.subList(4, done.size()));
        assertEquals(RunState.SUCCEEDED, now(run).state());
    }

    @Test
    void aRunKeepsTheDefinitionItWasStartedWith() {
        Run run = flow(gated(""));
        define("flow", task("other"));
        start("flow");
        answer("gate", "accept");
        assertEquals(List.of("a", "b"), done);
        assertTrue(desk.engine().lineage(run.id()).definition().orElseThrow().json().contains("gate"));
    }

    @Test
    void anAgentThatIsNotThereYetIsWaitedFor() {
        Run run = flow("{'name':'a','kind':'agent','capability':'image_critic'}," + task("b", "'a'"));
        assertEquals(StepState.PARKED, state(run, "a"));
        assertTrue(run.rests());
        handlers.put("agent:image_critic", context -> StepResult.done("{}"));
        desk = new ManualEngine(ledger, handlers, folder.resolve("staging"));
        desk.crew().runAll();
        assertEquals(RunState.SUCCEEDED, now(run).state());
    }

    @Test
    void theLogSaysWhoDidWhatAndCanBeReplayed() {
        Run run = flow(gated(""));
        answer("gate", "accept");
        List<Event> log = desk.engine().events(run.id());
        assertTrue(log.stream().anyMatch(event -> "ann".equals(event.detail().get("by"))));
        Replay.Picture middle = Replay.at(log, 5).orElseThrow();
        assertEquals("running", middle.run());
        assertEquals(log.size(), Replay.of(log).size());
        Map<String, String> last = Replay.of(log).getLast().steps();
        desk.engine()
                .steps(run.id())
                .forEach(step -> assertEquals(step.state().name().toLowerCase(java.util.Locale.ROOT),
                        last.get(step.path())));
        assertEquals(Optional.empty(), Replay.at(log, log.size() + 1));
    }
}
