/// What is computed: a Hugging Face checkpoint of the Qwen3-MoE architecture ([Model]) with its configuration,
/// tokenizer and weights, cut into the units that workers own, and the prompts that are put to it.
///
/// Everything that is read here may have come from anywhere: whatever is wrong with it ends in one sentence that names
/// the file, the place and the remedy, before memory in proportion to a mere claim is taken.
package throttlelab.engine.model;
