var calls = [];
