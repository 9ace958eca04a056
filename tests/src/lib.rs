//! Tests of errbook: one file per behaviour in `tests/`, one mistake a file in `ui/`.
