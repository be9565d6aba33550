"""Results: a batch as columns, a person as the record that every output is made of."""
