// Starts the screens.
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/stages.css';
import './styles/base.css';
import './styles/print.css';
import { mount } from 'svelte';
import { followLinks } from './address/place.svelte.ts';
import Shell from './shell/Shell.svelte';
import { theme } from './shell/theme.svelte.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element with the id `app`');
theme.restore();
followLinks();
mount(Shell, { target });
