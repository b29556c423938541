/// Who computes and who waits: the workers' threads and the coordinator that drives them, stage by stage.
///
/// A [Federation] is opened over a model; its [Partition] says what each stage expects of whom. The coordinator
/// addresses the work of a stage, hands it out, waits at the [StageBarrier] for the specific contribution of the
/// specific worker, known by its content address, and combines in slot order. A worker that dies is waited for, as its
/// [Patience] says, and may be revived: it takes in what was kept of the batch and computes the same contributions to
/// the same addresses. Whoever watches is told by a
/// [StageObserver] and can neither delay nor change a run.
package throttlelab.engine.federation;
