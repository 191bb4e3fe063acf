//! The header check takes every architecture that people bring.

use sanad_models::inspect;
use sanad_testing::models_of_each_architecture;

#[test]
fn a_model_of_every_architecture_passes_the_header_check() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for model in models_of_each_architecture(folder.path()) {
        let facts = inspect(&model).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((facts.layers, facts.training_context), (2, 512));
        assert!(
            facts.vocabulary > 50 && facts.parameters > 50_000,
            "{facts:?}"
        );
        assert_eq!(facts.quantisation, "F32");
    }
}
